import { and, eq, isNull } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import { enqueue } from '../queue.server.ts'
import { dayOf, isWorkingDay } from '../submissions/working-days.server.ts'
import { dueCases } from './due-cases.server.ts'
import { waysOf } from './notice-choices.server.ts'
import { getsNotices } from './ways.ts'

/**
 * Begins the morning of a working day: a digest for each who can have cases, and for who wants that at once a notice of
 * each case whose time runs out today. On other days nobody is told anything.
 */
export async function startMorning(now = new Date()): Promise<void> {
  const today = dayOf(now)
  if (!isWorkingDay(today)) return
  await as(worker, async (tx) => {
    const people = await tx
      .select({ id: staff.id, role: staff.role, authority: organisations.authority })
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(and(isNull(staff.deactivatedAt)))
    for (const { id } of people.filter(getsNotices)) {
      await enqueue(tx, 'send-digest', { staffId: id })
      if ((await waysOf(tx, id)).due !== 'at-once') continue
      for (const due of (await dueCases(tx, id, now)).filter(({ by }) => by === today))
        await enqueue(tx, 'tell-staff', { submissionId: due.id, kind: 'due' })
    }
  })
}
