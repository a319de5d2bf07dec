import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { dutyDesks } from '#db/schema/alarms.ts'
import type { Authority } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { markOfList } from '../mark-of-list.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/**
 * Says where those on duty of an authority are mailed when there is an alarm; no address is nobody. Refuses when somebody
 * else has changed it to something else since it was shown.
 */
export async function setDutyDesk(
  staff: Staff,
  { authority, addresses, seen }: { authority: Authority; addresses: string[]; seen: string },
): Promise<Refused | { set: Authority }> {
  assertMay(staff, 'settings.edit')
  return as(staff, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`duty desk of ${authority}`}, 0))`)
    const [now] = await tx.select().from(dutyDesks).where(eq(dutyDesks.authority, authority))
    if (![seen, markOfList(addresses)].includes(markOfList(now?.addresses ?? [])))
      return { refused: 'changed-meanwhile' }
    const row = { addresses, changedAt: new Date() }
    await tx
      .insert(dutyDesks)
      .values({ authority, ...row })
      .onConflictDoUpdate({ target: dutyDesks.authority, set: row })
    const details = { count: addresses.length }
    await audit(tx, { event: 'duty-desk-set', subject: `authority:${authority}`, staffId: staff.id, details })
    return { set: authority }
  })
}
