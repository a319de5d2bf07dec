import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { organisations, staff, staffSessions, type Role } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { lockPerson } from './lock-person.server.ts'
import { assertMay } from './permissions.ts'
import { fitsRole } from './role-places.ts'
import type { Staff } from './staff.ts'

/**
 * Gives somebody another role, or the same in another organisation; her sessions end, so that nothing is shown under the
 * old rights. Refuses what lockPerson refuses, an organisation that is none, and a role that cannot be held there.
 */
export async function changeRole(
  by: Staff,
  id: string,
  { role, organisation }: { role: Role; organisation: string },
): Promise<Refused | { id: string }> {
  assertMay(by, 'staff.edit')
  return as({ as: 'auth' }, async (tx) => {
    const person = await lockPerson(tx, by, id)
    if ('refused' in person) return person
    const [place] = await tx.select().from(organisations).where(eq(organisations.slug, organisation))
    if (!place) return { refused: 'no-such-organisation' }
    if (!fitsRole(role, place.authority)) return { refused: 'role-elsewhere' }
    if (person.role === role && person.organisation === organisation) return { id }
    await tx.update(staff).set({ role, organisation }).where(eq(staff.id, id))
    await tx.delete(staffSessions).where(eq(staffSessions.staffId, id))
    const details = { from: person.role, to: role, organisation }
    await audit(tx, { event: 'role-changed', subject: `staff:${id}`, staffId: by.id, details })
    return { id }
  })
}
