import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffInvitations } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { assertMay } from './permissions.ts'
import type { Staff } from './staff.ts'

/** Takes an invitation back: its link leads nowhere from now on. One that is gone already stays gone. */
export async function withdrawInvitation(by: Staff, id: string): Promise<{ id: string }> {
  assertMay(by, 'staff.edit')
  await as({ as: 'auth' }, async (tx) => {
    const gone = await tx.delete(staffInvitations).where(eq(staffInvitations.id, id)).returning()
    if (gone.length > 0) await audit(tx, { event: 'invitation-withdrawn', subject: `invitation:${id}`, staffId: by.id })
  })
  return { id }
}
