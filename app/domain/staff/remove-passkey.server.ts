import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffPasskeys } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'

/** Takes one of one's own passkeys out of use. Refuses one that is not hers. */
export async function removePasskey(staffId: string, id: string): Promise<Refused | { id: string }> {
  return as({ as: 'auth' }, async (tx) => {
    const own = and(eq(staffPasskeys.id, id), eq(staffPasskeys.staffId, staffId))
    const gone = await tx.delete(staffPasskeys).where(own).returning({ id: staffPasskeys.id })
    if (gone.length === 0) return { refused: 'not-found' }
    await audit(tx, { event: 'passkey-removed', subject: `staff:${staffId}`, staffId })
    return { id }
  })
}
