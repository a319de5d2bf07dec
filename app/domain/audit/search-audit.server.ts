import { and, asc, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { organisations, staff as people, type Authority } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { visibleTo } from '../submissions/visible-to.server.ts'
import type { AuditFilter } from './input.server.ts'

export const pageLength = 50

/**
 * One page of the audit lines that a filter leaves, the latest first, and whether there are more. An administrator sees
 * all of them; a registrar what her authority's staff did, and what was done to what it has received: how another
 * handled it before it was handed over the database tells her not. That somebody looked is a line itself, which comes
 * after the page.
 */
export async function searchAudit(staff: Staff, filter: AuditFilter) {
  assertMay(staff, 'audit.read')
  return as(staff, async (tx) => {
    const subject = filter.subject ? await subjectNamed(tx, filter.subject) : undefined
    const rows = await tx
      .select({
        ...{ id: auditLines.id, at: auditLines.at, event: auditLines.event, subject: auditLines.subject },
        ...{ details: auditLines.details, linked: sql<boolean>`${auditLines.position} is not null` },
        personName: people.name,
      })
      .from(auditLines)
      .leftJoin(people, eq(people.id, auditLines.staffId))
      .where(and(within(staff), leaves(filter), subject ? eq(auditLines.subject, subject) : undefined))
      .orderBy(desc(auditLines.id))
      .limit(pageLength + 1)
    const lines = rows.slice(0, pageLength)
    const refs = await refsOf(tx, staff, lines)
    const { before: _, subject: __, ...asked } = filter
    const details = said({ ...asked, about: subject })
    await audit(tx, { event: 'audit-read', subject: `staff:${staff.id}`, staffId: staff.id, details })
    return { lines: lines.map((line) => ({ ...line, ref: refs.get(line.subject) })), more: rows.length > pageLength }
  })
}

/** What was asked for, without what was left open. */
const said = (asked: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** Those whose lines somebody may search for, by name: ids and names. */
export async function auditedPeople(staff: Staff) {
  assertMay(staff, 'audit.read')
  return as(staff, (tx) =>
    tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .innerJoin(organisations, eq(organisations.slug, people.organisation))
      .where(staff.role === 'admin' ? undefined : eq(organisations.authority, ownAuthority(staff)))
      .orderBy(asc(people.name)),
  )
}

/** A registrar without an authority has no register, and no lines. */
const ownAuthority = (staff: Staff): Authority => staff.authority ?? ('none' as Authority)

function within(staff: Staff): SQL | undefined {
  if (staff.role === 'admin') return undefined
  const authority = ownAuthority(staff)
  return or(
    sql`${auditLines.staffId} in (select ${people.id} from ${people} join ${organisations}
      on ${organisations.slug} = ${people.organisation} where ${organisations.authority} = ${authority})`,
    sql`exists (select from ${submissions} where ${submissions.receivingAuthority} = ${authority} and ${submissions.id} =
      case when ${auditLines.subject} like 'submission:%' then substring(${auditLines.subject} from 12)::uuid end)`,
  )
}

function leaves({ event, person, from, to, before }: AuditFilter): SQL | undefined {
  return and(
    event ? eq(auditLines.event, event) : undefined,
    person ? eq(auditLines.staffId, person) : undefined,
    from ? sql`${auditLines.at} >= ${from}::date::timestamp at time zone 'Europe/Stockholm'` : undefined,
    to ? sql`${auditLines.at} < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'` : undefined,
    before ? lt(auditLines.id, before) : undefined,
  )
}

/** What a line is about: the case with this reference or number, or else a noun and an id. Other words are nothing. */
async function subjectNamed(tx: Tx, typed: string): Promise<string> {
  const [row] = await tx.execute<{ id: string | null }>(sql`select case_named(${typed}) as id`)
  if (row?.id) return `submission:${row.id}`
  return /^[a-z]+:[\w:.-]+$/.test(typed) ? typed : 'nothing'
}

/** The references of the cases that these lines are about, where she may read them. */
async function refsOf(tx: Tx, staff: Staff, lines: { subject: string }[]): Promise<Map<string, string>> {
  const ids = lines.flatMap(({ subject }) => /^submission:([\da-f-]{36})$/.exec(subject)?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: submissions.id, ref: submissions.ref })
    .from(submissions)
    .where(and(inArray(submissions.id, [...new Set(ids)]), visibleTo(staff)))
  return new Map(rows.map(({ id, ref }) => [`submission:${id}`, ref]))
}
