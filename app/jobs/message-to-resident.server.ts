import type { Jobs } from '#app/domain/queue.server.ts'
import { findBellAddress } from '#app/domain/submissions/bell-address.server.ts'
import { bellMail } from '#app/mail/bell-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Rings the bell of a resident who left an address. */
export async function messageToResident({ submissionId }: Jobs['message-to-resident'], jobId: string): Promise<void> {
  const bell = await findBellAddress(submissionId)
  if (bell) await deliver(jobId, bellMail(bell.email, bell.language))
}
