import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { organisations, staff, staffSessions, type Role } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { layDownKeys } from '../tips/lay-down-keys.server.ts'
import { readsTips } from '../tips/reads-tips.ts'
import { lockPerson } from './lock-person.server.ts'
import { assertMay } from './permissions.ts'
import { fitsRole } from './role-places.ts'
import { limitTo } from './limit-to.server.ts'
import type { Staff } from './staff.ts'

/**
 * Gives somebody another role, or the same in another organisation or for other areas (none is all of them); her sessions
 * end, so that nothing is shown under the old rights. Refuses what lockPerson refuses, an organisation or an area that is
 * none, a role that cannot be held there, and to take from somebody keys that others depend on (`keys-first`).
 */
export async function changeRole(
  by: Staff,
  id: string,
  { role, organisation, areas: wanted = [] }: { role: Role; organisation: string; areas?: string[] },
): Promise<Refused | { id: string }> {
  assertMay(by, 'staff.edit')
  return as({ as: 'auth' }, async (tx) => {
    const person = await lockPerson(tx, by, id)
    if ('refused' in person) return person
    const [place] = await tx.select().from(organisations).where(eq(organisations.slug, organisation))
    if (!place) return { refused: 'no-such-organisation' }
    if (!fitsRole(role, place.authority)) return { refused: 'role-elsewhere' }
    const limit = await limitTo(role, wanted)
    if ('refused' in limit) return limit
    const { areas } = limit
    const sameRole = person.role === role && person.organisation === organisation
    if (sameRole && isDeepStrictEqual(person.areas, areas)) return { id }
    const keepsKeys = readsTips({ role, authority: place.authority })
    if (!keepsKeys && !(await layDownKeys(tx, { person: id, by }))) return { refused: 'keys-first' }
    await tx.update(staff).set({ role, organisation, areas }).where(eq(staff.id, id))
    await tx.delete(staffSessions).where(eq(staffSessions.staffId, id))
    const details = {
      ...(sameRole ? {} : { from: person.role, to: role, organisation }),
      areas: areas.join(' ') || 'all',
    }
    const event = sameRole ? 'areas-changed' : 'role-changed'
    await audit(tx, { event, subject: `staff:${id}`, staffId: by.id, details })
    return { id }
  })
}
