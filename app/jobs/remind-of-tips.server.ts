import { randomUUID } from 'node:crypto'
import { toBeReminded } from '#app/domain/tips/unopened.server.ts'
import { reminderMail } from '#app/mail/reminder-mail.server.ts'
import { send } from '#app/mail/send.server.ts'
import { settings } from '#app/settings.server.ts'

/**
 * Tells holders, and later their heads, that something waits to be opened. It leaves no trace: no kept mail and no line
 * in the log, also when a mail cannot be sent; it is tried again the next working day. Where no SMTP server is set nobody
 * is told by mail, and the holders' own page says it.
 */
export async function remindOfTips(now = new Date()): Promise<void> {
  const { smtpUrl } = settings()
  if (!smtpUrl) return
  const addresses = await toBeReminded(now)
  await Promise.allSettled(addresses.map((to) => send(smtpUrl, randomUUID(), reminderMail(to))))
}

/**
 * The job that does so, each day whether or not there is anything. It does not wait for it: how long a job took is kept
 * and would tell, and one that failed would be tried again and remind twice.
 */
export async function remind(): Promise<void> {
  void remindOfTips().catch(() => {})
}
