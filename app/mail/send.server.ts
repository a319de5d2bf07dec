import { createTransport } from 'nodemailer'
import { words } from '#app/i18n/catalogues.server.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

// A server that does not answer is soon left, so that the worker can end; the job is tried again.
const timeouts = { connectionTimeout: 3_000, greetingTimeout: 3_000, dnsTimeout: 3_000, socketTimeout: 7_000 }

/**
 * Sends a mail over SMTP. `id` names the occasion: the same occasion sent twice carries the same Message-ID, so that a
 * mailbox can tell. Gives false when the server says for good that it does not take the mail; throws when it may take it
 * later.
 */
export async function send(smtpUrl: string, id: string, mail: Mail): Promise<boolean> {
  const host = new URL(settings().baseUrl).hostname
  const transport = createTransport({ url: smtpUrl, ...timeouts })
  try {
    await transport.sendMail({
      from: { name: words(mail.language)('common:name'), address: `noreply@${host}` },
      to: { name: '', address: mail.to },
      subject: onOneLine(mail.subject),
      text: mail.text,
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': languagesOf(mail), ...stopHeaders(mail) },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return true
  } catch (error) {
    if (isRefusedForGood(error)) return false
    throw error
  } finally {
    transport.close()
  }
}

const languagesOf = ({ language, also = [] }: Mail): string => [language, ...also].join(', ')

/** What lets the mail program end such mail with one tap, without opening a page (RFC 8058). */
const stopHeaders = ({ stopAt }: Mail): Record<string, string> =>
  stopAt ? { 'List-Unsubscribe': `<${stopAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}

/** A subject that cannot begin a header of its own. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const isRefusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500
