import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { lockPerson } from './lock-person.server.ts'
import { assertMay } from './permissions.ts'
import type { Staff } from './staff.ts'

/** Opens a closed account again, with the role it had. Refuses what lockPerson refuses. */
export async function reactivate(by: Staff, id: string): Promise<Refused | { id: string }> {
  assertMay(by, 'staff.edit')
  return as({ as: 'auth' }, async (tx) => {
    const person = await lockPerson(tx, by, id)
    if ('refused' in person) return person
    if (!person.deactivatedAt) return { id }
    await tx.update(staff).set({ deactivatedAt: null }).where(eq(staff.id, id))
    await audit(tx, { event: 'account-reactivated', subject: `staff:${id}`, staffId: by.id })
    return { id }
  })
}
