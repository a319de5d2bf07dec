import { and, asc, eq, isNull } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { plans } from '#db/schema/plans.ts'
import { staff as people } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'

/** What is planned to be answered together, of the cases that she handles, in the order of their refs; none for no batch. */
export function batchOfPlans(staff: Staff, batch: string) {
  const { id, answer, dueAt, needsSecond, approvedById, ended, refusal, staffId } = plans
  const { ref, category, body, createdAt } = submissions
  return as(staff, (tx) =>
    tx
      .select({
        ...{ id, answer, dueAt, needsSecond, approvedById, ended, refusal, staffId, byName: people.name },
        ...{ ref, category, body, createdAt, areaName: areas.name },
      })
      .from(plans)
      .innerJoin(submissions, eq(submissions.id, plans.submissionId))
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .leftJoin(people, eq(people.id, staffId))
      .where(eq(plans.batch, batch))
      .orderBy(asc(ref)),
  )
}

/** Locks what is still open of a batch, in the same order, and before it the cases, as whoever works on one of them does. */
export async function lockOpenOfBatch(tx: Tx, batch: string) {
  const isOpen = and(eq(plans.batch, batch), isNull(plans.endedAt))
  await tx
    .select({ id: submissions.id })
    .from(submissions)
    .innerJoin(plans, eq(plans.submissionId, submissions.id))
    .where(isOpen)
    .orderBy(asc(submissions.ref))
    .for('update', { of: submissions })
  const { id, staffId, needsSecond, approvedById, submissionId, act, answer } = plans
  const { ref, category } = submissions
  return tx
    .select({ ...{ id, staffId, needsSecond, approvedById, submissionId, act, answer }, ref, category })
    .from(plans)
    .innerJoin(submissions, eq(submissions.id, plans.submissionId))
    .where(isOpen)
    .orderBy(asc(ref))
    .for('update', { of: plans })
}
