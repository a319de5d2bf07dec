import { redirect, type AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { secondsToWait } from '#app/domain/records/limits.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { codeInput, messageInput } from '#app/domain/submissions/input.server.ts'
import { hashOfCode, hasThread } from '#app/domain/submissions/thread.server.ts'
import { addTipMessage, type KeptCode } from '#app/domain/tips/add-tip-message.server.ts'
import { isTipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { readReceiptCode } from '#app/sealing/receipts.ts'
import { again, waitAgain } from './case-reply.server.ts'
import { readFormWithPhotos } from './forms-with-photos.server.ts'
import { checkForm, type FormReply } from './forms.server.ts'
import { photoList } from './photo-list.server.ts'
import { visitorAddress } from './request.server.ts'
import { followCookie } from './sealed-cookies.server.ts'

/** What the follow page posts without naming a verb: a code opens a thread, a message goes into the one that is open. */
export async function postInCase(request: Request, language: Language, { address }: AppLoadContext) {
  const open = await followCookie.read(request)
  // Photos go to where the thread that is open is kept; where none is, the token of their form tells.
  const kind = open && { kind: (await isTipUnderCode(open.hash)) ? 'tip' : 'concern' }
  const form = await readFormWithPhotos(request, z.object({}), kind)
  return form.values.code === undefined
    ? replyInCase(language, form, open)
    : openCase(language, form, visitorAddress(request, address))
}

/**
 * Opens what lies under a code. A wrong code, a malformed one, one that is no more, one's own and that of a follower
 * take the same way; too many tries of one visitor answer 429. What was kept from a page that had closed is sent along.
 */
async function openCase(language: Language, { values }: FormReply, address: string) {
  const form = checkForm(values, codeInput)
  if (!form.input) return again(language, form)
  const seconds = await secondsToWait('codes', await visitorHash(address))
  if (seconds) {
    const wait = words(language)('follow:code.wait', { count: Math.ceil(seconds / 60) })
    return waitAgain(values, { errors: {}, wait }, seconds)
  }
  const hash = await hashOfCode(form.input.code)
  const code = readReceiptCode(form.input.code)
  if (!(await hasThread(hash)) || !code) return again(language, form, { code: 'wrong-code' })

  const kept = values.message?.trim() || (values.formToken && (await photoList(language, values.formToken)).length > 0)
  const wrong = kept ? await say({ hash, code }, form) : {}
  if (Object.keys(wrong).length > 0) return again(language, form, wrong)
  const headers = { 'Set-Cookie': await followCookie.keep({ hash, code }) }
  return redirect(paths.follow(language), { status: 303, headers })
}

/** Adds a message to the thread that is open in this browser; when none is any more, all is kept for the code. */
async function replyInCase(language: Language, form: FormReply & { input?: unknown }, kept: KeptCode | undefined) {
  if (!kept) return again(language, form, { ...form.errors, code: 'page-closed' })
  if (!form.input) return again(language, form)
  const wrong = await say(kept, form)
  if (Object.keys(wrong).length > 0) return again(language, form, wrong)
  return redirect(`${paths.follow(language)}?sent#reply`, { status: 303 })
}

/** Sends what was written; gives what is wrong with it, by field. */
async function say(kept: KeptCode, { values }: FormReply): Promise<Record<string, string>> {
  const message = checkForm(values, messageInput)
  if (!message.input) return message.errors
  const isTip = await isTipUnderCode(kept.hash)
  const result = isTip ? await addTipMessage(kept, message.input) : await addMessage(kept.hash, message.input)
  if (!('refused' in result)) return {}
  if (result.refused === 'stale-form') return { form: 'stale-form' }
  return result.refused === 'message-missing' ? { message: 'message-missing' } : { code: 'page-closed' }
}
