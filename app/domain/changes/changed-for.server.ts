import { and, inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readsRouted } from '../staff/permissions.ts'
import { visibleTo } from '../submissions/visible-to.server.ts'
import type { Change } from './watchers.server.ts'

/**
 * The references of those among some changed submissions that a member of staff sees, asked by her own rights: of a case
 * that she does not see, or does not see any more, nothing is told. A company learns only of what was routed to it, and
 * of that only what it reads.
 */
export async function changedFor(staff: Staff, changes: Change[]): Promise<string[]> {
  const ids = changes.filter((change) => concerns(staff, change)).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await as(staff, (tx) =>
    tx
      .select({ ref: submissions.ref })
      .from(submissions)
      .where(and(inArray(submissions.id, ids), visibleTo(staff))),
  )
  return rows.map(({ ref }) => ref)
}

const concerns = (staff: Staff, { organisation }: Change): boolean =>
  organisation === undefined ? readsRouted(staff.organisationKind) : organisation === staff.organisation
