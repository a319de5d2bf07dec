import { data, redirect, type AppLoadContext } from '@remix-run/node'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { secondsToWait } from '#app/domain/records/limits.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { codeInput, messageInput } from '#app/domain/submissions/input.server.ts'
import { bodyLimit } from '#app/domain/submissions/limits.ts'
import { hashOfCode, hasThread } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { readForm, type FormReply } from './forms.server.ts'
import { visitorAddress } from './request.server.ts'
import { followCookie } from './sealed-cookies.server.ts'

type Reply = FormReply & { tooLong?: string | undefined; wait?: string | undefined }

/**
 * Opens a thread by its code. A wrong code, a malformed one and one that is no more take the same way; too many tries
 * of one visitor answer 429. A message that was kept from a page that had closed is sent along.
 */
export async function openCase(request: Request, language: Language, { address }: AppLoadContext) {
  const form = await readForm(request, codeInput)
  if (!form.input) return again(form)
  const seconds = await secondsToWait('codes', await visitorHash(visitorAddress(request, address)))
  if (seconds) return wait(form, language, seconds)
  const hash = await hashOfCode(form.input.code)
  if (!(await hasThread(hash))) return again(form, { code: 'wrong-code' })

  if (form.values.message?.trim()) {
    const message = messageInput.safeParse(form.values)
    if (!message.success) return again(form, { message: 'too-long' }, language)
    const result = await addMessage(hash, message.data)
    if ('refused' in result) return again(form, { form: 'stale-form' })
  }
  return redirect(paths.follow(language), { status: 303, headers: { 'Set-Cookie': await followCookie.keep({ hash }) } })
}

/** Adds a message to the thread that is open in this browser; when none is any more, the text is kept for the code. */
export async function replyInCase(request: Request, language: Language) {
  const kept = await followCookie.read(request)
  const form = await readForm(request, messageInput)
  if (!kept) return again(form, { code: 'page-closed' })
  if (!form.input) return again(form, form.errors, language)
  const result = await addMessage(kept.hash, form.input)
  if (!('refused' in result)) return redirect(`${paths.follow(language)}?sent#reply`, { status: 303 })
  return again(form, result.refused === 'stale-form' ? { form: 'stale-form' } : { code: 'page-closed' })
}

/** The page again with everything kept, status 422; a language asks for telling how long a too long message is. */
function again({ values, errors }: FormReply, wrong: Record<string, string> = errors, language?: Language) {
  const written = (values.message ?? '').replaceAll('\r\n', '\n').trim().length
  const tooLong =
    language && wrong.message === 'too-long'
      ? words(language)('submit:body.tooLong', {
          written: formatNumber(language, written),
          limit: formatNumber(language, bodyLimit),
        })
      : undefined
  return data<Reply>({ values, errors: wrong, tooLong }, { status: 422 })
}

function wait({ values }: FormReply, language: Language, seconds: number) {
  const reply = { values, errors: {}, wait: words(language)('follow:code.wait', { count: Math.ceil(seconds / 60) }) }
  return data<Reply>(reply, { status: 429, headers: { 'Retry-After': String(seconds) } })
}
