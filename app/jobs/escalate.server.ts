import { as, worker } from '#db/client.server.ts'
import { enqueue } from '#app/domain/queue.server.ts'
import { hearsOfOverdue } from '#app/domain/submissions/hears-of-overdue.server.ts'

/** Each morning of a working day: a job of its own for everybody who is to hear that days have passed, all or none. */
export async function escalateAt(now: Date): Promise<void> {
  const told = await hearsOfOverdue(now)
  await as(worker, async (tx) => {
    for (const { id } of told) await enqueue(tx, 'tell-of-overdue', { staffId: id })
  })
}

/** The job that does so. */
export const escalate = (): Promise<void> => escalateAt(new Date())
