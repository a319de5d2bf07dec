import { and, desc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { handovers, submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { likeness, partsOf } from './likeness.ts'

/** With how many of what came before a new text is compared, and how far into each. */
const [compared, beginning] = [200, 1000]
/** From 0, nothing alike, to 1, the same. */
const alike = 0.89

/**
 * Holds a submission that says nearly the same as one of the last hour, for somebody to look at. Only what was just
 * received through the form: what staff wrote down for a resident is not compared.
 */
export async function holdLikeness(submissionId: string): Promise<void> {
  const { id, body, createdAt, heldFor } = submissions
  await as(worker, async (tx) => {
    const [own] = await tx
      .select({ body, createdAt, heldFor })
      .from(submissions)
      .where(
        and(
          eq(id, submissionId),
          eq(submissions.status, 'received'),
          isNull(submissions.enteredById),
          eq(submissions.example, false),
          // Somebody has looked at what was handed over.
          sql`not exists (select from ${handovers} where ${handovers.submissionId} = ${id})`,
        ),
      )
      .for('update')
    if (!own || own.heldFor.includes('like-another')) return
    const before = await tx
      .select({ body: sql<string>`left(${body}, ${beginning})` })
      .from(submissions)
      .where(
        and(
          gte(createdAt, new Date(own.createdAt.getTime() - 60 * 60 * 1000)),
          or(lt(createdAt, own.createdAt), and(eq(createdAt, own.createdAt), lt(id, submissionId))),
          eq(submissions.example, false),
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(compared)
    const [text, parts] = [own.body.slice(0, beginning), partsOf(own.body.slice(0, beginning))]
    if (!before.some((one) => one.body === text || likeness(partsOf(one.body), parts) > alike)) return
    await tx
      .update(submissions)
      .set({ heldFor: [...own.heldFor, 'like-another'] })
      .where(eq(id, submissionId))
    const details = { reasons: 'like-another' }
    await audit(tx, { event: 'submission-held', subject: `submission:${submissionId}`, details })
  })
}
