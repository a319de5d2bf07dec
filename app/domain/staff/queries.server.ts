import { asc, eq, isNull, and } from 'drizzle-orm'
import { as, type Tx, type Viewer } from '#db/client.server.ts'
import { organisations, staff, type Authority } from '#db/schema/staff.ts'
import { auth } from './auth.server.ts'
import { may } from './permissions.ts'
import type { Staff } from './staff.ts'

/** Who is signed in by these request headers; undefined for nobody and for a deactivated account. */
export async function findSignedIn(headers: Headers): Promise<Staff | undefined> {
  const session = await auth().api.getSession({ headers })
  if (!session) return undefined
  return findStaff(session.user.id)
}

/** One active member of staff. */
export async function findStaff(id: string): Promise<Staff | undefined> {
  const [row] = await as({ as: 'auth' }, (tx) =>
    tx
      .select({
        id: staff.id,
        name: staff.name,
        role: staff.role,
        organisation: staff.organisation,
        organisationName: organisations.name,
        organisationKind: organisations.kind,
        authority: organisations.authority,
        signsAs: staff.signsAs,
      })
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(and(eq(staff.id, id), isNull(staff.deactivatedAt))),
  )
  return row && { as: 'staff', ...row }
}

/** The active staff of an authority who may triage, by name: those a submission can be assigned to. */
export async function triageStaff(tx: Tx, authority: Authority) {
  const rows = await tx
    .select({ id: staff.id, name: staff.name, role: staff.role })
    .from(staff)
    .innerJoin(organisations, eq(organisations.slug, staff.organisation))
    .where(and(eq(organisations.authority, authority), isNull(staff.deactivatedAt)))
    .orderBy(asc(staff.name))
  return rows.filter((row) => may(row, 'triage'))
}

/** The same, asked for by a colleague: ids and names. */
export async function triageColleagues(viewer: Staff, authority: Authority) {
  const rows = await as(viewer, (tx) => triageStaff(tx, authority))
  return rows.map(({ id, name }) => ({ id, name }))
}

/** The organisations that take part, by name. */
export const allOrganisations = (viewer: Viewer) =>
  as(viewer, (tx) =>
    tx
      .select({
        slug: organisations.slug,
        name: organisations.name,
        kind: organisations.kind,
        authority: organisations.authority,
      })
      .from(organisations)
      .orderBy(asc(organisations.name)),
  )
