import { takeNotice } from '#app/domain/notices/take-notice.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { noticeMail } from '#app/mail/notice-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Tells who has a case that something has happened to it, if she wants to know that at once. */
export async function tellStaff(ids: Jobs['tell-staff'], jobId: string): Promise<void> {
  const to = await takeNotice(jobId, ids)
  if (to) await deliver(jobId, noticeMail(to.email, ids.kind))
}
