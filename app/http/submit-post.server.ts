import { redirect } from '@remix-run/node'
import { asksFor, stepNamed } from '#app/domain/submissions/form-steps.ts'
import { heldReasons } from '#app/domain/submissions/held-reasons.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { followInstead } from './follow-instead.server.ts'
import { hangBell } from './hang-bell.server.ts'
import { offeredLanguages } from './request.server.ts'
import { resentInWords } from './resent-in-words.server.ts'
import { receiptCookie } from './sealed-cookies.server.ts'
import { checkSubmission, type PostedForm } from './submit-check.server.ts'
import { submitReply, type SubmitReply } from './submit-reply.server.ts'

/**
 * Takes all that was posted as one submission and leads to its receipt. When something is wrong the form is shown again:
 * at the step it was sent from when all of it is wrong there, else whole. `visitor` is the keyed hash of the day.
 */
export async function sendForm(
  language: Language,
  form: PostedForm,
  visitor: string,
): Promise<Response | { reply: SubmitReply; status: 422 }> {
  const { values, input } = form
  const { errors, answers } = await checkSubmission(form)
  if (!input || Object.keys(errors).length > 0) return wrongForm(language, form, errors)

  const chosen = offeredLanguages().find((tag) => tag === input.language) ?? language
  const heldFor = await heldReasons({ ...input, website: values.website, visitor })
  const { contactEmail, ...sent } = input
  const inWords = (parts: readonly string[]) => resentInWords(language, values, parts)
  const result = await submit({ ...sent, answers, language: chosen, contactEmail: undefined }, { heldFor, inWords })
  if ('refused' in result) {
    const field = result.refused === 'stale-form' ? 'form' : 'place'
    return wrongForm(language, form, { [field]: result.refused })
  }
  const bell = await hangBell(result.code, contactEmail, { language: chosen, visitor })
  const headers = { 'Set-Cookie': await receiptCookie.keep({ ...result, bell }) }
  return redirect(paths.received(language), { status: 303, headers })
}

/** Follows what is known already instead of sending the form; when that cannot be followed the form is shown again. */
export async function followKnown(
  language: Language,
  { values }: PostedForm,
  { ref, visitor }: { ref: string; visitor: string },
): Promise<Response | { reply: SubmitReply; status: 422 }> {
  const result = await followInstead(language, values, { ref, visitor })
  if (result instanceof Response) return result
  const errors = { form: result.refused === 'stale-form' ? 'stale-form' : 'not-followed' }
  return { reply: await submitReply(language, { values, errors }, stepNamed(values.step) && 'contact'), status: 422 }
}

/** The form again, where it stood, after photos were taken in or away. */
export async function keepPhotos(
  language: Language,
  { values, errors }: PostedForm,
): Promise<{ reply: SubmitReply; status: 200 | 422 }> {
  const reply = await submitReply(language, { values, errors }, stepNamed(values.step))
  return { reply, status: Object.keys(errors).length > 0 ? 422 : 200 }
}

/** The form again, at the step it was sent from when all that is wrong is wrong there, else whole. */
export async function wrongForm(language: Language, { values }: PostedForm, errors: Record<string, string>) {
  const at = stepNamed(values.step)
  const allHere = at && Object.keys(errors).every((field) => field === 'form' || asksFor(at, field))
  return { reply: await submitReply(language, { values, errors }, allHere ? at : undefined), status: 422 as const }
}
