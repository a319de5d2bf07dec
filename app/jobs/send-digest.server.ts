import { findDigest, forgetNotices } from '#app/domain/notices/find-digest.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { digestMail } from '#app/mail/notice-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Tells one person in the morning what has happened to her cases; nothing when nothing has. */
export async function sendDigest({ staffId }: Jobs['send-digest'], jobId: string): Promise<void> {
  const digest = await findDigest(staffId)
  if (!digest) return
  await deliver(jobId, digestMail(digest))
  await forgetNotices(digest.ids)
}
