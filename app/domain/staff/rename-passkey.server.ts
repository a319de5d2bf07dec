import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffPasskeys } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'

/** Calls one of one's own passkeys something else. Refuses one that is not hers. */
export async function renamePasskey(staffId: string, id: string, name: string): Promise<Refused | { id: string }> {
  return as({ as: 'auth' }, async (tx) => {
    const own = and(eq(staffPasskeys.id, id), eq(staffPasskeys.staffId, staffId))
    const changed = await tx.update(staffPasskeys).set({ name }).where(own).returning({ id: staffPasskeys.id })
    if (changed.length === 0) return { refused: 'not-found' }
    await audit(tx, { event: 'passkey-renamed', subject: `staff:${staffId}`, staffId })
    return { id }
  })
}
