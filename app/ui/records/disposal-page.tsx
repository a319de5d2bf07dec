import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { Choice } from '../staff/choice.tsx'
import { TextField } from '../staff/text-field.tsx'
import { DisposalRule, type ShownRule } from './disposal-rule.tsx'

type Went = { id: string; day: string; what: string; decision: string; numbers: string }

type Props = {
  title: string
  done: string | null
  rules: ShownRule[]
  protocol: Went[]
  reply: { values?: Record<string, string>; errors?: Record<string, string>; refused?: string }
}

const verbs = ['add', 'approve', 'end']

/** What is disposed of under which decision, what would go tonight, and what has gone. */
export function DisposalPage({ title, done, rules, protocol, reply }: Props) {
  const { t } = useTranslation()
  const { errors = {} } = reply
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-2">
        <p>
          <a className="way-on" href={paths.staffRegister()}>
            {t('records:disposal.back')}
          </a>
        </p>
        <h1>{title}</h1>
        <p>{t('records:disposal.lead')}</p>
        <p className="text-ink-soft">{t('records:disposal.notTips')}</p>
      </header>
      {done && verbs.includes(done) && (
        <Notice tone="done" role="status">
          {t(`records:disposal.done.${done}`)}
        </Notice>
      )}
      {reply.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      {errors.sure && (
        <Notice tone="danger" role="alert">
          {t(`errors:field.${errors.sure}`)}
        </Notice>
      )}
      <section aria-labelledby="rules" className="flex max-w-text flex-col gap-4">
        <h2 id="rules">{t('records:disposal.rules')}</h2>
        {rules.length === 0 && <p>{t('records:disposal.noRules')}</p>}
        {rules.map((rule) => (
          <DisposalRule key={rule.id} rule={rule} />
        ))}
      </section>
      <NewRule values={reply.values ?? {}} errors={errors.sure ? {} : errors} />
      <section aria-labelledby="protocol" className="flex max-w-text flex-col gap-4">
        <h2 id="protocol">{t('records:disposal.protocol')}</h2>
        {protocol.length === 0 && <p>{t('records:disposal.nothingWent')}</p>}
        {protocol.map(({ id, day, what, decision, numbers }) => (
          <div key={id} className="card flex flex-col gap-1">
            <p>
              <b>{day}</b> · {what}
            </p>
            <p className="text-ink-soft">{decision}</p>
            <p className="break-words text-sm">{numbers}</p>
          </div>
        ))}
      </section>
    </div>
  )
}

function NewRule({ values, errors }: { values: Record<string, string>; errors: Record<string, string> }) {
  const { t } = useTranslation()
  const fields = ['target', 'kind', 'afterDays', 'decision'] as const
  const labels = Object.fromEntries(fields.map((name) => [name, t(`records:disposal.field.${name}`)]))
  const optionsOf = (names: string[], label: (name: string) => string) =>
    names.map((value) => ({ value, label: label(value) }))
  const given = (name: (typeof fields)[number]) => ({
    name,
    label: labels[name]!,
    value: values[name],
    error: errors[name],
  })
  return (
    <section aria-labelledby="new" className="max-w-text">
      <form method="post" className="card flex flex-col gap-4">
        <h2 id="new">{t('records:disposal.new')}</h2>
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="verb" value="add" />
        <Choice
          {...given('target')}
          options={optionsOf(['cases', 'originals'], (target) => t(`records:disposal.target.${target}`))}
        />
        <Choice {...given('kind')} options={optionsOf(['concern', 'idea'], (kind) => t(`staff:kind.${kind}`))} />
        <TextField {...given('afterDays')} hint={t('records:disposal.afterDaysHint')} />
        <TextField {...given('decision')} hint={t('records:disposal.decisionHint')} />
        <button type="submit" className="button self-start">
          {t('records:disposal.add')}
        </button>
      </form>
    </section>
  )
}
