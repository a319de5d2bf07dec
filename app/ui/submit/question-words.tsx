import { InLanguage } from '../in-language.tsx'
import type { FormQuestion } from './form-parts.ts'

export type QuestionProps = { question: FormQuestion; value: string | undefined; error: string | undefined }

/** What is asked, and the hint below it, each in the language it has. */
export function QuestionWords({ question: { field, label, hint } }: { question: FormQuestion }) {
  return (
    <>
      <InLanguage text={label} className="text-lg font-bold" />
      {hint && (
        <span id={`${field}-hint`} className="block font-normal text-ink-soft">
          <InLanguage text={hint} />
        </span>
      )}
    </>
  )
}

/** The ids of what describes a question's field. */
export const describedBy = ({ field, hint }: FormQuestion, error: string | undefined): string | undefined =>
  [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ') || undefined
