import { asc, eq, gt, isNull, and } from 'drizzle-orm'
import { as, type Tx, type Viewer } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import {
  organisations,
  staff,
  staffSecondFactors,
  staffSessions,
  type Authority,
  type SessionWay,
} from '#db/schema/staff.ts'
import { auth } from './auth.server.ts'
import { may, reachesArea } from './permissions.ts'
import type { Staff } from './staff.ts'

/** Somebody who is signed in, and the session in which she is. */
export type Signed = {
  staff: Staff
  email: string
  session: { id: string; via: SessionWay; confirmedAt: Date }
  /** Whether she has a second factor. */
  secondFactor: boolean
}

/** Who is signed in by these request headers, and how; undefined for nobody and for a deactivated account. */
export async function findSession(headers: Headers): Promise<Signed | undefined> {
  const known = await auth().api.getSession({ headers })
  if (!known) return undefined
  const { id, via, confirmedAt } = staffSessions
  const [row] = await as({ as: 'auth' }, (tx) =>
    prepared(
      tx
        .select({
          staff: columns,
          ...{ email: staff.email, session: { id, via, confirmedAt }, factorAt: staffSecondFactors.confirmedAt },
        })
        .from(staff)
        .innerJoin(organisations, eq(organisations.slug, staff.organisation))
        .innerJoin(staffSessions, eq(staffSessions.staffId, staff.id))
        .leftJoin(staffSecondFactors, eq(staffSecondFactors.staffId, staff.id))
        .where(and(eq(id, known.session.id), isNull(staff.deactivatedAt))),
    ),
  )
  if (!row) return undefined
  const { factorAt, ...signed } = row
  return { ...signed, staff: { as: 'staff', ...row.staff }, secondFactor: factorAt !== null }
}

/** Who is signed in by these request headers; undefined for nobody and for a deactivated account. */
export const findSignedIn = async (headers: Headers): Promise<Staff | undefined> => (await findSession(headers))?.staff

const columns = {
  id: staff.id,
  name: staff.name,
  role: staff.role,
  organisation: staff.organisation,
  organisationName: organisations.name,
  organisationKind: organisations.kind,
  authority: organisations.authority,
  signsAs: staff.signsAs,
  areas: staff.areas,
}

/** One active member of staff. */
export async function findStaff(id: string): Promise<Staff | undefined> {
  const [row] = await as({ as: 'auth' }, (tx) =>
    tx
      .select(columns)
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(and(eq(staff.id, id), isNull(staff.deactivatedAt))),
  )
  return row && { as: 'staff', ...row }
}

/** Whose session it is, while it lasts and she is active; to ask makes it last no longer. */
export async function findStaffOfSession(sessionId: string): Promise<Staff | undefined> {
  const [row] = await as({ as: 'auth' }, (tx) =>
    tx
      .select(columns)
      .from(staffSessions)
      .innerJoin(staff, eq(staff.id, staffSessions.staffId))
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(
        and(eq(staffSessions.id, sessionId), gt(staffSessions.expiresAt, new Date()), isNull(staff.deactivatedAt)),
      ),
  )
  return row && { as: 'staff', ...row }
}

/** The active staff of an authority who may triage, by name: those a submission, in that area, can be assigned to. */
export async function triageStaff(tx: Tx, authority: Authority, area?: string) {
  const rows = await prepared(
    tx
      .select({ id: staff.id, name: staff.name, role: staff.role, areas: staff.areas })
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(and(eq(organisations.authority, authority), isNull(staff.deactivatedAt)))
      .orderBy(asc(staff.name)),
  )
  return rows.filter((row) => may(row, 'triage') && (area === undefined || reachesArea(row, area)))
}

/** The same, asked for by a colleague: ids and names. */
export async function triageColleagues(viewer: Staff, authority: Authority, area?: string) {
  const rows = await as(viewer, (tx) => triageStaff(tx, authority, area))
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
