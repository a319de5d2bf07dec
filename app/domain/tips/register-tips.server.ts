import { asc, eq, isNull, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import { nextNumber } from '../records/next-number.server.ts'
import { auditTip } from './audit-tip.server.ts'

const atOnce = 100

/**
 * Gives tips that have none a number of the police's register of tips (POL-T-2026-000001), which only the worker
 * reaches; gives how many. Tips are found by looking, not by jobs, so that no queue tells of one.
 */
export async function registerTips(now = new Date()): Promise<number> {
  return as(worker, async (tx) => {
    // One at a time: who waits finds those that the other has numbered numbered.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('register of tips', 0))`)
    const { id, registrationNumber, receivedOn } = tips
    const waiting = await tx
      .select({ id })
      .from(tips)
      .where(isNull(registrationNumber))
      .orderBy(asc(receivedOn), asc(id))
      .limit(atOnce)
    for (const tip of waiting) {
      const { text } = await nextNumber(tx, { authority: 'polisen', register: 'tips' }, now)
      await tx.update(tips).set({ registrationNumber: text }).where(eq(id, tip.id))
      await auditTip(tx, { event: 'tip-registered', subject: `tip:${tip.id}` })
    }
    return waiting.length
  })
}
