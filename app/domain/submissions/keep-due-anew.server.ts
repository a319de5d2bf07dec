import { eq } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { keepDue } from './keep-due.server.ts'

/** Keeps by which day somebody has to act on a submission, after something that moves it happened in another one. */
export const keepDueAnew = (submissionId: string): Promise<void> =>
  as(worker, async (tx) => {
    const { id } = submissions
    await tx.select({ id }).from(submissions).where(eq(id, submissionId)).for('update')
    await keepDue(tx, submissionId)
  })
