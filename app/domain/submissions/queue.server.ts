import { and, count, eq, inArray, isNull, not, sql, type SQL } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { staff as people } from '#db/schema/staff.ts'
import { routings, statuses, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { isHeld } from './held.server.ts'
import type { QueueFilter } from './staff-input.server.ts'
import { openStatuses } from './statuses.ts'
import { byUrgency, replyWaits } from './urgency.server.ts'
import { readsOriginal, visibleTo } from './visible-to.server.ts'

export const pageLength = 50

/** The states in which nobody works on it. */
const settledStatuses = statuses.filter((status) => !(openStatuses as readonly Status[]).includes(status))

/**
 * One page of the submissions that a member of staff sees and a filter leaves, those that are held after the others,
 * and how many there are by status and how many of them are held.
 */
export function queue(staff: Staff, filter: QueueFilter) {
  return as(staff, async (tx) => {
    const rest = restOf(staff, filter)
    const tabs = tabsOf(await countsByStatus(tx, rest))
    const rows = await tx
      .select({
        ref: submissions.ref,
        registrationNumber: submissions.registrationNumber,
        kind: submissions.kind,
        category: submissions.category,
        areaName: areas.name,
        status: submissions.status,
        createdAt: submissions.createdAt,
        published: sql<boolean>`${submissions.publishedAt} is not null`,
        example: submissions.example,
        receivingAuthority: submissions.receivingAuthority,
        language: submissions.language,
        writtenIn: submissions.writtenIn,
        held: isHeld,
        spam: sql<boolean>`${submissions.spamAt} is not null`,
        assigneeName: people.name,
        replyWaits,
        original: sql<string>`left(${submissions.body}, 300)`,
        rewritten: sql<string | null>`left(${routings.rewrittenBody}, 300)`,
      })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .leftJoin(people, eq(people.id, submissions.assigneeId))
      .leftJoin(routings, and(eq(routings.submissionId, submissions.id), eq(routings.organisation, staff.organisation)))
      .where(and(rest, inStatus(filter.status)))
      .orderBy(isHeld, byUrgency)
      .limit(pageLength)
      .offset((filter.page - 1) * pageLength)
    const held = await tx.$count(submissions, and(restOf(staff, { ...filter, held: 'yes' }), inStatus(filter.status)))
    return { rows: rows.map((row) => shownTo(staff, row)), tabs, held }
  })
}

/**
 * How many submissions she sees in each status, and how many of the open ones are her own or wait for a reply; those
 * that are held are counted by themselves.
 */
export const queueCounts = (staff: Staff) =>
  as(staff, async (tx) => {
    const open = and(visibleTo(staff), not(isHeld), inArray(submissions.status, [...openStatuses]))
    return {
      byStatus: await countsByStatus(tx, and(visibleTo(staff), not(isHeld))),
      held: await tx.$count(submissions, and(visibleTo(staff), isHeld, inArray(submissions.status, [...openStatuses]))),
      mine: await tx.$count(submissions, and(open, eq(submissions.assigneeId, staff.id))),
      replyWaits: await tx.$count(submissions, and(open, replyWaits)),
    }
  })

async function countsByStatus(tx: Tx, where: SQL | undefined): Promise<Partial<Record<Status, number>>> {
  const { status } = submissions
  const rows = await tx.select({ status, count: count() }).from(submissions).where(where).groupBy(status)
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}

/** How many there are of all open ones, of each status, and of all, in the order of the work. */
function tabsOf(byStatus: Partial<Record<Status, number>>) {
  const sum = (some: readonly Status[]) => some.reduce((total, status) => total + (byStatus[status] ?? 0), 0)
  return [
    { status: 'open' as const, count: sum(openStatuses) },
    ...[...openStatuses, ...settledStatuses].map((status) => ({ status, count: byStatus[status] ?? 0 })),
    { status: 'all' as const, count: sum(statuses) },
  ]
}

/** The condition of every filter but the status. */
function restOf(staff: Staff, { kind, category, area, assignee, held }: QueueFilter): SQL | undefined {
  return and(
    visibleTo(staff),
    kind && eq(submissions.kind, kind),
    category && eq(submissions.category, category),
    area ? eq(submissions.areaCode, area) : undefined,
    assignee ? assignedTo(staff, assignee) : undefined,
    held && (held === 'yes' ? isHeld : not(isHeld)),
  )
}

function assignedTo(staff: Staff, assignee: string): SQL {
  if (assignee === 'nobody') return isNull(submissions.assigneeId)
  return eq(submissions.assigneeId, assignee === 'me' ? staff.id : assignee)
}

function inStatus(status: QueueFilter['status']): SQL | undefined {
  if (status === 'all') return undefined
  return status === 'open' ? inArray(submissions.status, [...openStatuses]) : eq(submissions.status, status)
}

type Row = { receivingAuthority: Staff['authority'] & string; original: string; rewritten: string | null }

type Hidden = { replyWaits: boolean; assigneeName: string | null; writtenIn: string | null }

/** What a company may not read stays behind: it gets the rewritten text, and no sign of the thread. */
function shownTo<Found extends Row & Hidden>(staff: Staff, row: Found) {
  const { original, rewritten, receivingAuthority, ...rest } = row
  if (readsOriginal(staff, { receivingAuthority })) return { ...rest, text: original, rewritten: false }
  return { ...rest, replyWaits: false, assigneeName: null, writtenIn: null, text: rewritten ?? '', rewritten: true }
}
