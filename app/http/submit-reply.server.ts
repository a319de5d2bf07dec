import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import { bodyLimit } from '#app/domain/submissions/limits.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { sameFormToken } from './form-token.server.ts'
import { alreadyKnown, knownInput, type AlreadyKnown } from './already-known.server.ts'
import type { FormReply } from './forms.server.ts'
import { photoList, type ShownPhoto } from './photo-list.server.ts'
import { placeResults } from './place-results.server.ts'
import { submitSummary, type SummaryLine } from './submit-summary.server.ts'

/** What the form is shown with after a post. */
export type SubmitReply = FormReply & {
  /** The step that is shown; without one, the whole form. */
  step: FormStep | undefined
  /** The token that was posted, as long as it counts: photos wait under it. */
  formToken: string
  /** How much too much was written, in words. */
  tooLong: string | undefined
  /** What was said so far, on the last step. */
  summary: SummaryLine[]
  /** Photos that have come already. */
  waiting: ShownPhoto[]
  /** What a search for a place has found. */
  results: Awaited<ReturnType<typeof placeResults>> | undefined
  /** What is known already and much like this, on the step that asks. */
  known: AlreadyKnown | undefined
}

/** Names that steer the form and are no part of what was said. */
const steering = ['go', 'step', 'asked', 'formToken', 'photos', 'removePhoto', 'keepPhotos', 'kind']

/** The form again, with everything that was typed, at a step or whole. */
export async function submitReply(
  language: Language,
  { values, errors }: FormReply,
  step?: FormStep,
): Promise<SubmitReply> {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !steering.includes(name)))
  const formToken = await sameFormToken(values.formToken)
  const searches = values.go === 'search' && values.placeQuery?.trim()
  return {
    ...{ values: kept, errors, step, formToken },
    waiting: await photoList(language, formToken),
    results: searches ? await placeResults(language, searches) : undefined,
    known: step === 'known' ? await knownLike(language, values) : undefined,
    tooLong: errors.body === 'too-long' ? tooLongInWords(language, values.body ?? '') : undefined,
    summary: step === 'photos' ? await submitSummary(language, values) : [],
  }
}

/** Of a text that is too long it is said how long it is. */
function tooLongInWords(language: Language, body: string): string {
  const written = body.replaceAll('\r\n', '\n').trim().length
  const counted = { written: formatNumber(language, written), limit: formatNumber(language, bodyLimit) }
  return words(language)('submit:body.tooLong', counted)
}

/** What is known already and much like what was written; undefined when nothing is. Of a tip nothing is looked for. */
export async function knownLike(language: Language, values: Record<string, string>): Promise<AlreadyKnown | undefined> {
  if (values.kind === 'tip') return undefined
  const sought = knownInput.safeParse(values)
  const found = sought.success ? await alreadyKnown(language, sought.data) : undefined
  return found && found.known.length > 0 ? found : undefined
}
