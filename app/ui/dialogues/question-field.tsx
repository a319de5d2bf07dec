import { Field, FieldError } from '../field.tsx'
import { InLanguage } from '../in-language.tsx'
import { useTranslation } from 'react-i18next'
import type { SignUpParts } from './told.ts'

type Question = SignUpParts['questions'][number]
type Props = { question: Question; limit: string; value: string | undefined; error: string | undefined }

/** A question of those who arrange the dialogue: a text or a choice. */
export function QuestionField({ question, limit, value, error }: Props) {
  const { t } = useTranslation()
  if (question.kind === 'choice') return <Choice question={question} chosen={value} error={error} />
  return (
    <Field
      name={question.field}
      label={question.label.text}
      hint={t('dialogues:form.answerHint', { limit })}
      error={error}
      optional={!question.required}
    >
      {(attributes) => <textarea {...attributes} rows={3} dir="auto" defaultValue={value} className="control" />}
    </Field>
  )
}

type ChoiceProps = { question: Question; chosen: string | undefined; error: string | undefined }

function Choice({ question: { field, label, options, required }, chosen, error }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset id={field} aria-describedby={error ? `${field}-error` : undefined} className="flex flex-col gap-2">
      <legend className="mb-1.5 font-bold">
        <InLanguage text={label} />{' '}
        {!required && <span className="font-normal text-ink-soft">{t('common:optional')}</span>}
      </legend>
      {error && <FieldError name={field} code={error} />}
      {options.map(({ value, text }, index) => (
        <div key={value} className="relative">
          <input
            type="radio"
            id={`${field}-${index}`}
            name={field}
            value={value}
            defaultChecked={value === chosen}
            className="peer absolute start-4 top-1/2 h-5 w-5 -translate-y-1/2"
          />
          <label
            htmlFor={`${field}-${index}`}
            className="flex min-h-[3rem] cursor-pointer items-center rounded-control border-2 border-line-strong bg-surface py-2 pe-4 ps-12 peer-checked:border-accent peer-checked:bg-accent-tint"
          >
            <InLanguage text={text} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}
