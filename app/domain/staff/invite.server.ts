import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Translated } from '#db/schema/shared.ts'
import { organisations, staff, type Role } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from './permissions.ts'
import { fitsRole } from './role-places.ts'
import { limitTo } from './limit-to.server.ts'
import { sendInvitation } from './send-invitation.server.ts'
import type { Staff } from './staff.ts'

type Wanted = {
  email: string
  name: string
  role: Role
  organisation: string
  signsAs?: Translated | undefined
  /** The codes of the areas that she is to be limited to; none is no limit. */
  areas?: string[]
}

/**
 * Invites somebody to an account: queues the mail with a link that stands for three days, and gives the link's secret.
 * An earlier invitation to the address no longer holds. `by` is undefined where the operator invites. Refuses an address
 * that has an account, an organisation that is none, a role that cannot be held there, and an area that is none.
 */
export async function invite(by: Staff | undefined, wanted: Wanted): Promise<Refused | { token: string }> {
  if (by) assertMay(by, 'staff.edit')
  const email = wanted.email.toLowerCase()
  return as({ as: 'auth' }, async (tx) => {
    const [taken] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, email))
    if (taken) return { refused: 'address-taken' }
    const [place] = await tx.select().from(organisations).where(eq(organisations.slug, wanted.organisation))
    if (!place) return { refused: 'no-such-organisation' }
    if (!fitsRole(wanted.role, place.authority)) return { refused: 'role-elsewhere' }
    const limit = await limitTo(wanted.role, wanted.areas)
    if ('refused' in limit) return limit
    const signsAs = wanted.signsAs ?? { sv: place.name }
    return { token: await sendInvitation(tx, { ...wanted, ...limit, email, signsAs, invitedBy: by?.id ?? null }) }
  })
}
