import type { FormParts } from '../submit/form-parts.ts'
import type { ListedPhoto } from '../photos/send-photo.ts'

type Option = { value: string; label: string }

/** What the form is drawn from in which staff write down what a resident tells. */
export type EntryForm = {
  kinds: readonly string[]
  categories: readonly string[]
  channels: readonly string[]
  areas: { code: string; name: string; places: { slug: string; name: string }[] }[]
  questions: FormParts['questions']
  /** The languages of the answer. */
  offered: Option[]
  /** The languages that an interpreter may speak. */
  spoken: Option[]
  /** What must be read out first, Swedish before the others. */
  readOut: { tag: string; dir: 'ltr' | 'rtl'; reviewed: boolean; lines: string[] }[]
  limits: { body: string; placeNote: string }
  /** Where script sends photos by themselves. */
  uploadTo: string
  formToken: string
}

/** What was typed and what is wrong with it, by field; the token it was typed under, and the photos that wait there. */
export type EntryReply = {
  values: Record<string, string>
  errors: Record<string, string>
  formToken: string
  waiting: ListedPhoto[]
}
