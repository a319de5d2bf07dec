import { eq, isNull } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import { enqueue } from '../queue.server.ts'
import { dayOf, isWorkingDay } from '../submissions/working-days.server.ts'
import { noticeKindsOf } from './ways.ts'

/**
 * Begins the morning of a working day: one mail at most for each who is told of cases, with all that she is told then. On
 * other days nobody is told anything.
 */
export async function startMorning(now = new Date()): Promise<void> {
  if (!isWorkingDay(dayOf(now))) return
  await as(worker, async (tx) => {
    const people = await tx
      .select({ id: staff.id, role: staff.role, authority: organisations.authority })
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(isNull(staff.deactivatedAt))
    for (const { id } of people.filter((one) => noticeKindsOf(one).length > 0))
      await enqueue(tx, 'send-digest', { staffId: id })
  })
}
