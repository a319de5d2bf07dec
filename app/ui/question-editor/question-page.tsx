import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { ConditionFields } from './condition-fields.tsx'
import type { FormReply, QuestionFormParts } from './form-parts.ts'
import { OptionFields } from './option-fields.tsx'
import { WordsField } from './words-field.tsx'

type Props = {
  title: string
  category: string
  /** The mark of the question as it is now; empty for a new one. */
  seen: string
  values: FormReply['values']
  address: string
  parts: QuestionFormParts
  reply: (FormReply & { refused?: string | undefined }) | undefined
}

/** The form of one question, new or there already. */
export function QuestionPage({ title, category, seen, values, address, parts, reply: posted }: Props) {
  const { t } = useTranslation()
  const reply = posted ?? { values, errors: {} }
  const { languages, limits, kind } = parts
  const isNotice = kind === 'notice'
  const rows = rowsIn(reply.values)
  const back = paths.staffQuestionsOf(category)
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a href={back}>{t('question-editor:form.back', { category: t(`categories:${category}`) })}</a>
      </p>
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">
          {seen && <b>{t(`question-editor:kind.${kind}.name`)}. </b>}
          {t(`question-editor:kind.${kind}.about`)}
        </p>
        {seen && parts.hasOptions && <p className="text-ink-soft">{t('question-editor:form.keeps')}</p>}
      </header>
      {posted?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${posted.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={reply.errors} labels={fieldLabels(t, parts, rows)} />
      <form method="post" action={address} noValidate className="flex max-w-[46rem] flex-col gap-6">
        {/* What Enter in a field presses, the first button of a form: Save. Nobody sees or reaches it. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <input type="hidden" name="seen" value={seen} />
        <div className="card flex flex-col gap-5">
          <WordsField
            name="label"
            label={t(isNotice ? 'question-editor:form.text' : 'question-editor:form.label')}
            hint={t('question-editor:form.limit', { limit: limits.label })}
            rows={isNotice ? 4 : 2}
            {...{ reply, languages }}
          />
          {!isNotice && (
            <WordsField
              name="hint"
              label={t('question-editor:form.hint')}
              optional
              rows={2}
              {...{ reply, languages }}
            />
          )}
        </div>
        {parts.hasOptions && <OptionFields {...{ parts, reply, rows }} />}
        <ConditionFields conditions={parts.conditions} reply={reply} />
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" className="button px-10">
            {t('question-editor:form.save')}
          </button>
          <a href={back}>{t('question-editor:form.cancel')}</a>
        </p>
      </form>
    </div>
  )
}

const rowsIn = (values: FormReply['values']): number =>
  Object.keys(values).reduce((most, name) => Math.max(most, Number(/^options\.(\d+)\./.exec(name)?.[1] ?? -1) + 1), 0)

/** What the fields are called in the list of what is wrong. */
function fieldLabels(t: TFunction, { kind, languages }: QuestionFormParts, rows: number): Record<string, string> {
  const named = {
    label: t(kind === 'notice' ? 'question-editor:form.text' : 'question-editor:form.label'),
    hint: t('question-editor:form.hint'),
    ...Object.fromEntries(
      Array.from({ length: rows }, (_, index) => index).flatMap((index) => {
        const option = t('question-editor:form.option', { number: index + 1 })
        return [
          [`options.${index}.label`, option],
          [`options.${index}.stops`, `${option}: ${t('question-editor:form.advice')}`],
        ]
      }),
    ),
  }
  const inLanguages = Object.entries(named).flatMap(([name, what]) =>
    languages.map(({ tag, name: language }) => [
      `${name}.${tag}`,
      tag === 'sv' ? what : t('question-editor:form.in', { what, language }),
    ]),
  )
  return {
    ...Object.fromEntries(inLanguages),
    options: t('question-editor:form.options'),
    shownWhen: t('question-editor:form.condition'),
  }
}
