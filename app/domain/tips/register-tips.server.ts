import { asc, eq, isNull, like, max, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'

const atOnce = 100

/**
 * Gives tips that have none a number of their own series (POL-T-2026-000001), without a gap; gives how many. Tips are
 * found by looking, not by jobs, so that no queue tells of one.
 */
export async function registerTips(now = new Date()): Promise<number> {
  const prefix = `POL-T-${dayOf(now).slice(0, 4)}-`
  return as(worker, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('register of tips', 0))`)
    const { id, registrationNumber, receivedOn } = tips
    const waiting = await tx
      .select({ id })
      .from(tips)
      .where(isNull(registrationNumber))
      .orderBy(asc(receivedOn), asc(id))
      .limit(atOnce)
    if (waiting.length === 0) return 0
    const [last] = await tx
      .select({ number: max(registrationNumber) })
      .from(tips)
      .where(like(registrationNumber, `${prefix}%`))
    let number = Number(last?.number?.slice(prefix.length) ?? 0)
    for (const tip of waiting) {
      number += 1
      const given = prefix + String(number).padStart(6, '0')
      await tx.update(tips).set({ registrationNumber: given }).where(eq(id, tip.id))
      await auditTip(tx, { event: 'tip-registered', subject: `tip:${tip.id}` })
    }
    return waiting.length
  })
}
