import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { organisations, staff, staffPasskeys, staffSecondFactors, staffSessions } from '#db/schema/staff.ts'
import { assertMay } from './permissions.ts'
import type { Staff } from './staff.ts'

const columns = {
  id: staff.id,
  name: staff.name,
  email: staff.email,
  role: staff.role,
  organisation: staff.organisation,
  organisationName: organisations.name,
  areas: staff.areas,
  deactivatedAt: staff.deactivatedAt,
  secondFactorAt: staffSecondFactors.confirmedAt,
}

/** Everybody with an account: who is active first, then by name. */
export async function everybody(viewer: Staff) {
  assertMay(viewer, 'staff.edit')
  return as({ as: 'auth' }, (tx) =>
    tx
      .select(columns)
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .leftJoin(staffSecondFactors, eq(staffSecondFactors.staffId, staff.id))
      .orderBy(sql`${staff.deactivatedAt} is not null`, asc(staff.name), asc(staff.id)),
  )
}

/** One account, active or not, and how many sessions and passkeys it has. */
export async function findPerson(viewer: Staff, id: string) {
  assertMay(viewer, 'staff.edit')
  return as({ as: 'auth' }, async (tx) => {
    const [row] = await tx
      .select(columns)
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .leftJoin(staffSecondFactors, eq(staffSecondFactors.staffId, staff.id))
      .where(eq(staff.id, id))
    if (!row) return undefined
    const open = and(eq(staffSessions.staffId, id), gt(staffSessions.expiresAt, new Date()))
    const sessions = await tx.$count(staffSessions, open)
    return { ...row, sessions, passkeys: await tx.$count(staffPasskeys, eq(staffPasskeys.staffId, id)) }
  })
}

/** The open sessions of an account, the last used first: when each began and was last used, and by what it was opened. */
export const sessionsOf = (staffId: string) =>
  as({ as: 'auth' }, (tx) =>
    tx
      .select({
        id: staffSessions.id,
        via: staffSessions.via,
        createdAt: staffSessions.createdAt,
        usedAt: staffSessions.updatedAt,
      })
      .from(staffSessions)
      .where(and(eq(staffSessions.staffId, staffId), gt(staffSessions.expiresAt, new Date())))
      .orderBy(desc(staffSessions.updatedAt), asc(staffSessions.id)),
  )
