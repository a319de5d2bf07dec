import { redirect } from '@remix-run/node'
import { follow } from '#app/domain/followers/follow.server.ts'
import type { Refused } from '#app/domain/refusals.ts'
import { optionalEmail } from '#app/domain/submissions/input.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { hangBell } from './hang-bell.server.ts'
import { offeredLanguages } from './request.server.ts'
import { receiptCookie } from './sealed-cookies.server.ts'

const prefix = 'follow:'

/** The ref that the button "follow this one instead" asks to follow; undefined for every other button. */
export const refToFollow = (go: string | undefined): string | undefined =>
  go?.startsWith(prefix) ? go.slice(prefix.length) : undefined

/**
 * Follows a published submission instead of sending the form, and leads to the receipt with the code. An address that
 * is none is left out. `visitor` is the keyed hash of the day. Gives the refusal when the form is too old, or the
 * submission is not there for everybody.
 */
export async function followInstead(
  language: Language,
  values: Record<string, string>,
  { ref, visitor }: { ref: string; visitor: string },
): Promise<Response | Refused> {
  const email = optionalEmail.safeParse(values.contactEmail)
  const chosen = offeredLanguages().find((tag) => tag === values.language) ?? language
  const result = await follow({ ref, formToken: values.formToken ?? '', language: chosen })
  if ('refused' in result) return result
  const bell = await hangBell(result.code, email.success ? email.data : undefined, { language: chosen, visitor })
  const headers = { 'Set-Cookie': await receiptCookie.keep({ ...result, bell, follows: true }) }
  return redirect(paths.received(language), { status: 303, headers })
}
