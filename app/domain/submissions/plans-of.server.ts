import { desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { as } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { plans } from '#db/schema/plans.ts'
import { staff as people } from '#db/schema/staff.ts'
import type { Staff } from '../staff/staff.ts'

/** What is planned about a case and what has become of it, the newest first. */
export function plansOf(staff: Staff, submissionId: string) {
  const { id, act, answer, batch, dueAt, needsSecond, approvedAt, endedAt, ended, refusal, staffId } = plans
  const second = alias(people, 'second')
  return as(staff, (tx) =>
    prepared(
      tx
        .select({
          ...{ id, act, answer, batch, dueAt, needsSecond, approvedAt, endedAt, ended, refusal, staffId },
          ...{ byName: people.name, secondName: second.name },
        })
        .from(plans)
        .leftJoin(people, eq(people.id, staffId))
        .leftJoin(second, eq(second.id, plans.approvedById))
        .where(eq(plans.submissionId, submissionId))
        .orderBy(desc(plans.madeAt))
        .limit(20),
    ),
  )
}
