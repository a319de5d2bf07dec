import { findDigest, forgetNotices } from '#app/domain/notices/find-digest.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { morningMail } from '#app/mail/morning-mail.server.ts'
import { deliver } from './deliver.server.ts'

/**
 * Tells one person in the morning, in one mail, what has happened to her cases and that something is late; nothing when
 * nothing has and is.
 */
export async function sendDigest({ staffId }: Jobs['send-digest'], jobId: string, now = new Date()): Promise<void> {
  const digest = await findDigest(staffId, now)
  if (!digest) return
  await deliver(jobId, morningMail(digest))
  await forgetNotices(digest.ids)
}
