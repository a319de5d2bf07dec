import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { submissions, type Category } from '#db/schema/submissions.ts'
import { districtAreas } from '../areas/queries.server.ts'
import type { Refused } from '../refusals.ts'
import { findStaff } from '../staff/queries.server.ts'
import type { Staff } from '../staff/staff.ts'
import { carryOutBatch } from './carry-out-batch.server.ts'
import { endPlan } from './end-plan.server.ts'
import { needsSecond } from './four-eyes.server.ts'
import { giveAnswer } from './give-answer.server.ts'
import { showInPublic } from './show-in-public.server.ts'

/** The plans whose time has come and that wait for nobody, nor does another that is to be done with them, the oldest first. */
const isDue = (now: Date) =>
  and(
    isNull(plans.endedAt),
    or(isNull(plans.dueAt), lte(plans.dueAt, now)),
    or(eq(plans.needsSecond, false), isNotNull(plans.approvedById)),
    or(
      isNull(plans.batch),
      sql`not exists (select from plans other where other.batch = plans.batch and other.ended_at is null
        and other.needs_second and other.approved_by_id is null)`,
    ),
  )

/** Does everything whose time has come, each exactly once; gives how many plans ended, those that are done together as one. */
export async function carryOutDue(now = new Date()): Promise<number> {
  const due = await as(worker, (tx) =>
    tx.select({ id: plans.id }).from(plans).where(isDue(now)).orderBy(plans.dueAt).limit(500),
  )
  let ended = 0
  // What fails in one does not keep the others waiting.
  const failures: unknown[] = []
  for (const { id } of due)
    await carryOut(id, now).then(
      (hasEnded) => (ended += Number(hasEnded)),
      (failure: unknown) => failures.push(failure),
    )
  if (failures.length > 0) throw failures[0]
  return ended
}

/**
 * Does what one plan says, in the name and with the rights of who planned it, and ends the plan in the same transaction:
 * whoever comes at the same time finds it ended. What is refused by then ends it as well, with the reason. What is one of
 * many to be answered together is done with them. False when its time has not come, it waits for a second person, or it
 * has ended.
 */
export async function carryOut(id: string, now = new Date()): Promise<boolean> {
  const [planned] = await as(worker, (tx) =>
    tx
      .select({ staffId: plans.staffId, batch: plans.batch })
      .from(plans)
      .where(and(eq(plans.id, id), isDue(now))),
  )
  if (!planned) return false
  // Read before the transaction, so that it holds one connection and not two.
  await districtAreas()
  const author = await findStaff(planned.staffId)
  if (planned.batch) return carryOutBatch(planned.batch, author)
  const seen = author && (await as(author, (tx) => carryOutAs(tx, author, { id, now })))
  // Who may not see the case any more, or has left, does nothing in it either.
  if (!seen) await as(worker, (tx) => endPlan(tx, id, { ended: 'refused', refusal: 'not-allowed' }))
  return true
}

/** True when the plan was there to be ended, by this or by somebody else meanwhile. */
async function carryOutAs(tx: Tx, author: Staff, { id, now }: { id: string; now: Date }): Promise<boolean> {
  // The case before the plan, as whoever takes the plan back does: else each could wait for the other.
  const [of] = await tx
    .select({ ref: submissions.ref, category: submissions.category })
    .from(submissions)
    .where(inArray(submissions.id, tx.select({ id: plans.submissionId }).from(plans).where(eq(plans.id, id))))
    .for('update')
  if (!of) return false
  const [row] = await tx.select().from(plans).where(eq(plans.id, id)).for('update')
  if (!row) return false
  if (row.endedAt || (row.needsSecond && !row.approvedById) || (row.dueAt && row.dueAt > now)) return true
  const result = await carriedOut(tx, author, { row, of })
  await endPlan(tx, id, 'refused' in result ? { ended: 'refused', refusal: result.refused } : { ended: 'done' })
  return true
}

type Planned = { row: typeof plans.$inferSelect; of: { ref: string; category: Category } }

/** Where a second person is asked for since it was planned, it does not go out by one alone. */
async function carriedOut(tx: Tx, author: Staff, { row, of: { ref, category } }: Planned): Promise<Refused | object> {
  if (!row.approvedById && (await needsSecond(tx, category)))
    return { refused: row.answer ? 'second-for-answer' : 'second-for-publication' }
  if (row.answer) return giveAnswer(tx, author, { ref, ...row.answer })
  return showInPublic(tx, author, { ref, approved: (row.needsSecond && row.mark) || undefined })
}
