import type { Jobs } from '#app/domain/queue.server.ts'
import { hearsOfOverdue } from '#app/domain/submissions/hears-of-overdue.server.ts'
import { overdueMail } from '#app/mail/overdue-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Tells one person that days have passed, unless all has been seen to meanwhile. */
export async function tellOfOverdue(
  { staffId }: Jobs['tell-of-overdue'],
  jobId: string,
  now = new Date(),
): Promise<void> {
  const told = (await hearsOfOverdue(now)).find(({ id }) => id === staffId)
  if (told) await deliver(jobId, overdueMail(told.email))
}
