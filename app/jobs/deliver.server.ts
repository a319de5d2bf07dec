import { keepMail } from '#app/domain/records/keep-mail.server.ts'
import type { Mail } from '#app/mail/mail.ts'
import { send } from '#app/mail/send.server.ts'
import { settings } from '#app/settings.server.ts'
import { log } from './job-log.server.ts'

/** Sends a job's mail, or keeps it for staff to read where no SMTP server is set. A job has at most one mail. */
export async function deliver(jobId: string, mail: Mail): Promise<void> {
  const { smtpUrl } = settings()
  if (!smtpUrl) return keepMail(jobId, mail)
  if (!(await send(smtpUrl, jobId, mail))) log.warn({ jobId }, 'a mail was refused for good')
}
