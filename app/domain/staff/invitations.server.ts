import { and, asc, eq, gt } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { organisations, staffInvitations } from '#db/schema/staff.ts'
import { invitationOfLink } from './invitation-links.server.ts'

/** How long an invitation stands, in hours. */
export const invitationHours = 72

/** An invitation that stands, by its id; `lock` keeps others from accepting it meanwhile. */
export async function findInvitation(tx: Tx, id: string, { lock = false } = {}) {
  const asked = tx
    .select()
    .from(staffInvitations)
    .where(and(eq(staffInvitations.id, id), gt(staffInvitations.expiresAt, new Date())))
  const [row] = await (lock ? asked.for('update') : asked)
  return row
}

/** The invitation that a link leads to; undefined when the link is not ours, too old or used. */
export async function invitationAt(token: string) {
  const id = await invitationOfLink(token)
  return id === undefined ? undefined : invitationById(id)
}

/** The same, by its id. */
export const invitationById = (id: string) => as({ as: 'auth' }, (tx) => findInvitation(tx, id))

/** The invitations that nobody has accepted yet and that still stand, the oldest first. */
export const openInvitations = () =>
  as({ as: 'auth' }, (tx) =>
    tx
      .select({
        id: staffInvitations.id,
        name: staffInvitations.name,
        email: staffInvitations.email,
        role: staffInvitations.role,
        organisationName: organisations.name,
        areas: staffInvitations.areas,
        staffId: staffInvitations.staffId,
        expiresAt: staffInvitations.expiresAt,
      })
      .from(staffInvitations)
      .innerJoin(organisations, eq(organisations.slug, staffInvitations.organisation))
      .where(gt(staffInvitations.expiresAt, new Date()))
      .orderBy(asc(staffInvitations.createdAt)),
  )
