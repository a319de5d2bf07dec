import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'
import { FieldsetCard } from '../fieldset-card.tsx'
import { InLanguage } from '../in-language.tsx'
import type { FormReply, QuestionFormParts } from './form-parts.ts'

type Props = { conditions: QuestionFormParts['conditions']; reply: FormReply }

/** The answers to an earlier question after which this one is shown; none ticked says always. */
export function ConditionFields({ conditions, reply: { values, errors } }: Props) {
  const { t } = useTranslation()
  const chosen = (values.shownWhen ?? '').split(',')
  const error = errors.shownWhen
  return (
    <FieldsetCard
      id="shownWhen"
      describedBy={error ? 'shownWhen-error' : undefined}
      legend={t('question-editor:form.condition')}
      className="flex flex-col gap-4"
    >
      <p className="text-ink-soft">
        {t(conditions.length > 0 ? 'question-editor:form.conditionHint' : 'question-editor:form.noCondition')}
      </p>
      {error && <FieldError name="shownWhen" code={error} />}
      {conditions.map(({ key, question, answers }) => (
        <fieldset key={key} className="flex flex-col">
          <legend className="mb-1 font-bold">{t('question-editor:form.when', { question })}</legend>
          {answers.map(({ pair, label }) => (
            <label key={pair} className="inline-flex min-h-[2.75rem] items-center gap-3">
              <input
                type="checkbox"
                name="shownWhen"
                value={pair}
                defaultChecked={chosen.includes(pair)}
                className="h-5 w-5 shrink-0 accent-accent"
              />
              <InLanguage text={label} />
            </label>
          ))}
        </fieldset>
      ))}
    </FieldsetCard>
  )
}
