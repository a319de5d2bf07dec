import type { Category } from '#db/schema/submissions.ts'
import type { CategoryQuestionKind, ShownWhen } from '#db/schema/questions.ts'
import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { ListedPhoto } from '../photos/send-photo.ts'
import type { PlaceResults } from '../places/told.ts'
import type { KnownSubmission } from './already-known.tsx'
import type { Limit } from './body-field.tsx'
import type { AreaOption, PlaceGroup } from './place-picker.tsx'

export type Text = { text: string; lang: string }
export type Values = Record<string, string>

/** A question of a category; `field` is the name that its answer is posted under. */
export type FormQuestion = {
  key: string
  field: string
  kind: CategoryQuestionKind
  label: Text
  hint: Text | undefined
  limit: string
  options: { value: string; label: Text; stops: Text | undefined }[]
  shownWhen: ShownWhen | null
}

/** What differs where somebody writes down what another person tells: the hint, and that no answer stops the form. */
export type Told = { hint: string; Advice: React.ComponentType<{ advice: Text }> }

/** Picks the questions that are to be asked, by what was answered before. */
export type ShownQuestions = (
  questions: readonly FormQuestion[],
  given: (key: string) => readonly string[],
) => FormQuestion[]

/** What the form is drawn from: what can be chosen, what is asked, how long texts may be, and a token. */
export type FormParts = {
  categories: readonly Category[]
  questions: Partial<Record<Category, FormQuestion[]>>
  /** The address of what the live map is drawn from. */
  mapData: string
  groups: PlaceGroup[]
  areas: AreaOption[]
  offered: Language[]
  bodyLimit: Limit
  noteLimit: Limit
  formToken: string
}

/** One line of what was said so far; a text of the resident's own has no language. */
export type SummaryLine = { key: string; step: FormStep; label: string; text: string; lang: string }

/** The form before anything was posted: its first step, empty. */
export const firstShowing: Omit<Shown, 'formToken'> = {
  ...{ step: 'category', values: {}, errors: {}, tooLong: undefined, summary: [], waiting: [] },
  ...{ results: undefined, known: undefined, fresh: true },
}

/** What the form shows: the step (without one, all of it), what was typed and what is wrong with it. */
export type Shown = {
  step: FormStep | undefined
  values: Values
  errors: Values
  tooLong: string | undefined
  formToken: string
  summary: SummaryLine[]
  /** Photos that have come already; undefined when it is not known. */
  waiting: ListedPhoto[] | undefined
  /** What a search for a place without script has found. */
  results: PlaceResults | undefined
  /** What is known already and much like this, and in words how much. */
  known: { told: string; known: KnownSubmission[] } | undefined
  /** Nothing has been posted yet. */
  fresh: boolean
}
