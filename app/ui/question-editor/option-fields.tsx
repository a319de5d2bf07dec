import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'
import { FieldsetCard } from '../fieldset-card.tsx'
import type { FormReply, QuestionFormParts } from './form-parts.ts'
import { WordsField } from './words-field.tsx'

type Props = { parts: QuestionFormParts; reply: FormReply; rows: number }

/** The options of a choice, one below the other, and the way to more of them. */
export function OptionFields({ parts, reply, rows }: Props) {
  const { t } = useTranslation()
  return (
    <FieldsetCard
      id="options"
      describedBy={reply.errors.options ? 'options-error' : undefined}
      legend={t('question-editor:form.options')}
      className="flex flex-col gap-4"
    >
      <p className="text-ink-soft">{t('question-editor:form.optionsHint')}</p>
      {reply.errors.options && <FieldError name="options" code={reply.errors.options} />}
      <ol className="flex flex-col gap-4">
        {Array.from({ length: rows }, (_, index) => (
          <li key={index} id={`option-${index}`} className="scroll-mt-4">
            <Option {...{ parts, reply, index }} />
          </li>
        ))}
      </ol>
      {rows < parts.mostOptions && (
        <p>
          <button type="submit" name="go" value="more" formAction={`#option-${rows}`} className="button-quiet">
            {t('question-editor:form.more')}
          </button>
        </p>
      )}
    </FieldsetCard>
  )
}

/** One option: its text, the advice it stops the form with, and whether it is offered. */
function Option({ parts, reply, index }: Omit<Props, 'rows'> & { index: number }) {
  const { t } = useTranslation()
  const { values, errors } = reply
  const name = `options.${index}`
  const label = t('question-editor:form.option', { number: index + 1 })
  const advice = Object.keys(values).some((field) => field.startsWith(`${name}.stops.`) && values[field]?.trim())
  const wrongAdvice = Object.keys(errors).some((field) => field.startsWith(`${name}.stops.`))
  const withdrawn = values[`${name}.withdrawn`] === 'yes'
  const { languages, limits } = parts
  return (
    <div className={`rounded-control border p-4 ${withdrawn ? 'border-dashed border-line bg-sunken' : 'border-line'}`}>
      <WordsField name={`${name}.label`} label={label} {...{ reply, languages }} />
      <details open={advice || wrongAdvice}>
        <summary className="min-h-[2.75rem] cursor-pointer py-2.5 text-sm font-bold text-accent">
          {t('question-editor:form.stops')}
        </summary>
        <div className="border-s-4 border-danger ps-4">
          <p className="mb-3 text-sm text-ink-soft">{t('question-editor:form.stopsHint')}</p>
          <WordsField
            name={`${name}.stops`}
            label={`${label}: ${t('question-editor:form.advice')}`}
            hint={t('question-editor:form.limit', { limit: limits.advice })}
            rows={3}
            {...{ reply, languages }}
          />
        </div>
      </details>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        {values[`${name}.value`] && <Withdraw {...{ name, label, withdrawn }} value={values[`${name}.value`]} />}
        {index > 0 && <MoveUp {...{ index, label }} />}
      </div>
    </div>
  )
}

type WithdrawProps = { name: string; label: string; withdrawn: boolean; value: string | undefined }

/** An option that answers may hold is never taken away, only offered no longer. */
function Withdraw({ name, label, withdrawn, value }: WithdrawProps) {
  const { t } = useTranslation()
  return (
    <>
      <input type="hidden" name={`${name}.value`} value={value} />
      <label className="inline-flex min-h-[2.75rem] items-center gap-3">
        <input
          type="checkbox"
          name={`${name}.withdrawn`}
          value="yes"
          defaultChecked={withdrawn}
          className="h-5 w-5 shrink-0 accent-accent"
        />
        <span>
          {t('question-editor:form.withdrawn')} <span className="sr-only">{label}</span>
        </span>
      </label>
    </>
  )
}

function MoveUp({ index, label }: { index: number; label: string }) {
  const { t } = useTranslation()
  return (
    <button
      type="submit"
      name="go"
      value={`up.${index}`}
      formAction={`#option-${index - 1}`}
      className="ms-auto inline-flex min-h-[2.75rem] items-center gap-1.5 font-bold text-accent"
    >
      <span aria-hidden="true">↑</span>
      <span className="underline underline-offset-4">{t('question-editor:form.optionUp')}</span>{' '}
      <span className="sr-only">{label}</span>
    </button>
  )
}
