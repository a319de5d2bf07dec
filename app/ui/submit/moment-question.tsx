import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'
import { describedBy, QuestionWords, type QuestionProps } from './question-words.tsx'

/** A day and a time of day, each by itself or both; they are posted under one name. */
export function MomentQuestion({ question, value, error }: QuestionProps) {
  const { t } = useTranslation()
  const { field } = question
  const parts = { day: /\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0], time: /\d{1,2}[:.]\d{2}/.exec(value ?? '')?.[0] }
  return (
    <fieldset aria-describedby={describedBy(question, error)} className="flex flex-col gap-2">
      <legend className="mb-2">
        <QuestionWords question={question} />
      </legend>
      {error && <FieldError name={field} code={error} />}
      <div className="flex flex-wrap gap-4">
        <Part id={field} field={field} type="date" label={t('questions:day')} value={parts.day} />
        <Part id={`${field}-time`} field={field} type="time" label={t('questions:time')} value={parts.time} />
      </div>
    </fieldset>
  )
}

type PartProps = { id: string; field: string; type: 'date' | 'time'; label: string; value: string | undefined }

const Part = ({ id, field, type, label, value }: PartProps) => (
  <div className="flex flex-col gap-1">
    <label htmlFor={id}>{label}</label>
    <input id={id} name={field} type={type} defaultValue={value} className="control w-auto min-w-[9rem]" />
  </div>
)
