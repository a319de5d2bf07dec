import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { enqueue } from '../queue.server.ts'

/** Queues anew the mail that asks an address to confirm, for a submission that is no longer held. */
export async function confirmWaitingBell(tx: Tx, submissionId: string): Promise<void> {
  const [bell] = await tx
    .select({ id: bells.id })
    .from(bells)
    .where(and(eq(bells.submissionId, submissionId), isNull(bells.confirmedAt)))
  if (bell) await enqueue(tx, 'confirm-bell', { bellId: bell.id })
}
