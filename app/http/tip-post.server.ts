import { redirect } from '@remix-run/node'
import type { HeldReason } from '#db/schema/submissions.ts'
import { signsOfMachine } from '#app/domain/submissions/held-reasons.server.ts'
import { takeTip } from '#app/domain/tips/take-tip.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { offeredLanguages } from './request.server.ts'
import { resentInWords } from './resent-in-words.server.ts'
import { receiptCookie } from './sealed-cookies.server.ts'
import { checkSubmission, type PostedForm } from './submit-check.server.ts'
import { wrongForm } from './submit-post.server.ts'
import type { SubmitReply } from './submit-reply.server.ts'
import { unsentTip, type UnsentTip } from './unsent-tip.server.ts'

/**
 * As `sendForm`, for a tip: it is counted with nothing, no address is mailed, and its receipt is that of any other. A
 * machine is told by the form alone.
 */
export async function sendTip(
  language: Language,
  form: PostedForm,
): Promise<Response | { reply: SubmitReply | UnsentTip; status: 422 }> {
  const { values, input } = form
  const { errors, answers } = await checkSubmission(form)
  if (!input || Object.keys(errors).length > 0) return wrongForm(language, form, errors)

  const signs = signsOfMachine({ website: values.website, formToken: input.formToken })
  const heldFor = (Object.keys(signs) as (keyof typeof signs)[]).filter((sign) => signs[sign]) satisfies HeldReason[]
  const chosen = offeredLanguages().find((tag) => tag === input.language) ?? language
  const inWords = (parts: readonly string[]) => resentInWords(language, values, parts)
  const result = await takeTip({ ...input, answers, language: chosen }, { heldFor, inWords })
  if (!('refused' in result)) {
    const headers = { 'Set-Cookie': await receiptCookie.keep({ ...result, bell: undefined }) }
    return redirect(paths.received(language), { status: 303, headers })
  }
  // Intake was closed while this was on its way.
  if (result.refused === 'not-allowed') return unsentTip(language, values)
  const field = result.refused === 'outside-area' || result.refused === 'place-missing' ? 'place' : 'form'
  return wrongForm(language, form, { [field]: result.refused })
}
