import { as } from '#db/client.server.ts'
import { dutyDesks } from '#db/schema/alarms.ts'
import type { Authority } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** Says where those on duty of an authority are mailed when there is an alarm; no address is nobody. */
export async function setDutyDesk(
  staff: Staff,
  { authority, addresses }: { authority: Authority; addresses: string[] },
): Promise<{ set: Authority }> {
  assertMay(staff, 'settings.edit')
  return as(staff, async (tx) => {
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
