import { FieldError } from '../field.tsx'
import { describedBy, QuestionWords, type QuestionProps } from './question-words.tsx'

/** A short text, or a number. */
export function WrittenQuestion({ question, value, error }: QuestionProps) {
  const { field, kind } = question
  const isNumber = kind === 'number'
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={field}>
        <QuestionWords question={question} />
      </label>
      {error && <FieldError name={field} code={error} />}
      <input
        id={field}
        name={field}
        type="text"
        inputMode={isNumber ? 'decimal' : undefined}
        dir={isNumber ? 'ltr' : 'auto'}
        autoComplete="off"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(question, error)}
        className={`control ${isNumber ? 'max-w-[9rem]' : ''}`}
      />
    </div>
  )
}
