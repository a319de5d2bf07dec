import { alias } from 'drizzle-orm/pg-core'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { alarms, dutyDesks } from '#db/schema/alarms.ts'
import { authorities, staff as people, type Authority } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { assertMay, may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { visibleTo } from '../submissions/visible-to.server.ts'

const { submissionId, raisedById, raisedAt, takenById, takenAt } = alarms
/** More than these nobody can read above a page. */
const most = 5

/** The alarms that nobody has taken, of the cases that her authority has and she sees; the oldest first. */
export async function openAlarms(staff: Staff) {
  if (!may(staff, 'triage') || staff.authority === null) return []
  const { id, ref, receivingAuthority } = submissions
  return as(staff, (tx) =>
    tx
      .select({ ref, raisedAt })
      .from(alarms)
      .innerJoin(submissions, eq(id, submissionId))
      .where(and(isNull(takenAt), eq(receivingAuthority, staff.authority!), visibleTo(staff)))
      .orderBy(asc(raisedAt))
      .limit(most),
  )
}

/** The alarms of a case, the latest first: who raised each and who took it. Whoever asks must have found that she may. */
export function alarmsOf(tx: Tx, of: string) {
  const [raiser, taker] = [alias(people, 'raiser'), alias(people, 'taker')]
  return prepared(
    tx
      .select({ raisedAt, takenAt, raisedBy: raiser.name, takenBy: taker.name })
      .from(alarms)
      .innerJoin(raiser, eq(raiser.id, raisedById))
      .leftJoin(taker, eq(taker.id, takenById))
      .where(eq(submissionId, of))
      .orderBy(desc(raisedAt)),
  )
}

/** The id of the alarm of a case that nobody has taken; of the cases that her authority has. */
export async function findUntakenAlarm(tx: Tx, of: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: alarms.id })
    .from(alarms)
    .where(and(eq(submissionId, of), isNull(takenAt)))
  return row?.id
}

/** The addresses of those on duty, by authority, for who sets them. */
export async function dutyAddresses(staff: Staff): Promise<Record<Authority, string[]>> {
  assertMay(staff, 'settings.edit')
  const rows = await as(staff, (tx) => tx.select().from(dutyDesks))
  const found = authorities.map((authority) => [
    authority,
    rows.find((row) => row.authority === authority)?.addresses ?? [],
  ])
  return Object.fromEntries(found) as Record<Authority, string[]>
}

/** True when an alarm of this authority's cases reaches somebody by mail; for those who may raise one. */
export async function isDeskSet(tx: Tx, authority: Authority): Promise<boolean> {
  const [row] = await tx.execute<{ set: boolean }>(sql`select duty_desk_is_set(${authority}) as set`)
  return row?.set ?? false
}
