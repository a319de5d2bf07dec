import type { CategoryQuestionKind } from '#db/schema/questions.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { FormQuestion, Text, Values } from '../submit/form-parts.ts'

/** What a form shows: what was typed, and one code per field that is wrong. */
export type FormReply = { values: Values; errors: Values }

type NamedLanguage = { tag: Language; name: string }

/** What the form of a question is drawn from. */
export type QuestionFormParts = {
  kind: CategoryQuestionKind
  hasOptions: boolean
  mostOptions: number
  /** How long each text may be, in words. */
  limits: Record<'label' | 'hint' | 'option' | 'advice', string>
  languages: NamedLanguage[]
  /** The earlier questions that it may hang on, and their answers; `pair` is what a tick posts. */
  conditions: { key: string; question: string; answers: { pair: string; label: Text }[] }[]
}

/** A question as the list shows it: what is asked, and in words what it offers and what it hangs on. */
export type ListedQuestion = {
  key: string
  kind: CategoryQuestionKind
  label: Text
  hint: Text | undefined
  shownWhen: string | undefined
  facts: string[]
  /** The languages that some text of it lacks, in words. */
  missing: string
}

/** What the residents' form shows of a category in one language, tried out with some answers. */
export type QuestionPreview = {
  category: string
  language: Language
  dir: 'ltr' | 'rtl'
  languages: NamedLanguage[]
  questions: FormQuestion[]
  values: Values
  errors: Values
  /** The words around the questions, for a page that is itself in another language. */
  texts: Record<string, Record<string, unknown>>
}
