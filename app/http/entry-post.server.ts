import type { QuestionAnswer } from '#db/schema/submissions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { sameFormToken } from './form-token.server.ts'
import type { FormReply } from './forms.server.ts'
import { photoList, type ShownPhoto } from './photo-list.server.ts'

/** What the form shows after a post: what was typed, under the token that its photos wait under, and those photos. */
export type EntryReply = FormReply & { formToken: string; waiting: ShownPhoto[] }

/** Buttons that only show the form again: photos taken in or away, and the questions of the chosen category. */
const showingAgain = ['keepPhotos', 'removePhoto', 'showQuestions'] as const

/** True when the pressed button sends nothing in, and only shows the form again. */
export const onlyShows = ({ values }: FormReply): boolean => showingAgain.some((name) => values[name] !== undefined)

/**
 * Everything that is wrong in what staff wrote down, and the answers to the category's questions. An answer that stops
 * the form of a resident stops nobody here: it gives the advice to be said to her.
 */
export async function checkEntry({
  values,
  errors,
}: FormReply): Promise<{ errors: Record<string, string>; answers: QuestionAnswer[]; advice: Translated | undefined }> {
  const { answers, errors: inAnswers, stopped } = await readAnswers(values.category ?? '', values)
  const wrong = Object.entries(inAnswers).filter(([, code]) => code !== 'stopped')
  const isPlaced = [values.place, values.areaCode, values.lat].some((value) => value?.trim())
  const place: Record<string, string> = isPlaced ? {} : { place: 'missing' }
  return { answers, errors: { ...errors, ...place, ...Object.fromEntries(wrong) }, advice: stopped?.advice }
}

/** The form again, with everything kept. */
export async function entryReply(language: Language, { values, errors }: FormReply): Promise<EntryReply> {
  const buttons: readonly string[] = [...showingAgain, 'formToken']
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => !buttons.includes(name)))
  const formToken = await sameFormToken(values.formToken)
  return { values: typed, errors, formToken, waiting: await photoList(language, formToken) }
}
