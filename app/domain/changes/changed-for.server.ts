import { and, inArray, or } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readsRouted } from '../staff/permissions.ts'
import { receivedBy, visibleTo } from '../submissions/visible-to.server.ts'
import { receivers, type Change } from './watchers.server.ts'

/**
 * The references of those among some changed submissions that a member of staff sees, asked by her own rights: of a case
 * that she does not see, or does not see any more, nothing is told; nor, to whom it was only routed, of what is known to
 * those who have received it alone. A company learns only of what was routed to it, and of that only what it reads.
 */
export async function changedFor(staff: Staff, changes: Change[]): Promise<string[]> {
  const idsOf = (some: Change[]) => some.map(({ id }) => id)
  const told = idsOf(changes.filter((change) => concerns(staff, change)))
  const toReceivers = idsOf(changes.filter(({ organisation }) => organisation === receivers))
  if (told.length + toReceivers.length === 0) return []
  const { id, ref } = submissions
  const rows = await as(staff, (tx) =>
    tx
      .select({ ref })
      .from(submissions)
      .where(and(or(inArray(id, told), and(inArray(id, toReceivers), receivedBy(staff))), visibleTo(staff))),
  )
  return rows.map((row) => row.ref)
}

const concerns = (staff: Staff, { organisation }: Change): boolean =>
  organisation === undefined ? readsRouted(staff.organisationKind) : organisation === staff.organisation
