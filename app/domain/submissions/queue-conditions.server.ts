import { and, between, eq, gt, gte, inArray, isNull, lt, lte, not, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { routings, statuses, submissions, type Status } from '#db/schema/submissions.ts'
import { allWorkingAreas } from '../areas/queries.server.ts'
import type { Staff } from '../staff/staff.ts'
import { ages, type QueueFilter } from './queue-filter.server.ts'
import { openStatuses } from './statuses.ts'
import { isFree, isHeldInQueue, turnOfDay } from './urgency.server.ts'
import { receivedBy } from './visible-to.server.ts'
import { dayOf, daysAfter, lastDayOfWeek, type Day } from './working-days.server.ts'

const dayLength = 24 * 60 * 60 * 1000

/** What the queue is read from: cases, or where they were routed, which holds copies of all that narrows it. */
export type Queued = typeof submissions | typeof routings

/** The filters of the queue, with the areas that are named by their working area. */
export type Asked = Partial<Omit<QueueFilter, 'status'>> &
  Pick<QueueFilter, 'status'> & { areas?: string[] | undefined }

/** Looks up what a filter names. */
export async function askedBy(filter: QueueFilter): Promise<Asked> {
  const { workingArea } = filter
  if (!workingArea) return filter
  // Of a working area that is not there, a code that no area has.
  const found = (await allWorkingAreas()).find((one) => one.slug === workingArea)
  return { ...filter, areas: found?.areaCodes ?? [''] }
}

/** The states that a filter asks for. */
export function statusesOf({ status }: Pick<QueueFilter, 'status'>): readonly Status[] {
  if (status === 'all') return statuses
  return status === 'open' ? openStatuses : [status]
}

/** The condition of every filter but the status, of cases that she may reach by either way. */
export const conditionOf = (staff: Staff, asked: Asked): SQL | undefined => {
  const { organisation, deadline, ...others } = asked
  // The copy in the case tells who was only sent it to whom else it was; of the routings she reads her own.
  const sent = organisation ? sentTo(organisation, submissions.id) : undefined
  // By when somebody has to act she is told of what she has received; of other cases that there is no such day.
  const received = receivedBy(staff)
  const due =
    deadline && or(and(received, dueBy(deadline, submissions)), deadline === 'none' ? not(received) : undefined)
  return and(...Object.values(narrowedBy(staff, others, submissions)), sent, due)
}

/**
 * True where it is read by where it was routed: who reads it so is told neither what is held nor by when somebody has to
 * act, and so nothing is held and nothing due.
 */
const isRouting = (queued: Queued): queued is typeof routings => 'submissionId' in queued

/** The part of it that goes by the place in the queue. */
export const placeOf = ({ held, deadline }: Asked, queued: Queued): SQL | undefined => {
  const { urgency, turn } = queued
  const days = deadline && daysOf(deadline)
  if (isRouting(queued)) return held === 'yes' || days?.to ? sql`false` : undefined
  return and(
    held === 'yes' ? isHeldInQueue(urgency) : undefined,
    // What is settled stands before every day.
    days?.to
      ? and(gte(turn, days.from ? turnOfDay(days.from) : 0), lt(turn, turnOfDay(daysAfter(days.to, 1))))
      : undefined,
  )
}

/** The rest, by the name of the filter. */
export function narrowedBy(staff: Staff, asked: Asked, queued: Queued) {
  const { kind, category, area, areas, organisation, assignee, writtenIn, age, deadline, photos, lastWord } = asked
  return {
    assignee: assignee ? assignedTo(staff, assignee, queued) : undefined,
    writtenIn: writtenIn && eq(queued.writtenIn, writtenIn),
    category: category && eq(queued.category, category),
    area: area ? eq(queued.areaCode, area) : undefined,
    workingArea: areas && inArray(queued.areaCode, areas),
    kind: kind && eq(queued.kind, kind),
    organisation: organisation ? routedTo(organisation, queued) : undefined,
    age: age && ofAge(age, queued),
    deadline: deadline && !isRouting(queued) ? dueBy(deadline, queued) : undefined,
    photos: photos && eq(queued.hasPhotos, photos === 'yes'),
    linked: asked.linked && eq(queued.linked, asked.linked === 'yes'),
    lastWord: lastWord && (lastWord === 'nobody' ? isNull(queued.lastWord) : eq(queued.lastWord, lastWord)),
    held: asked.held === 'no' && !isRouting(queued) ? isFree(queued.urgency) : undefined,
  } satisfies Record<string, SQL | undefined>
}

/** By the copy that a case holds, which is read only where she receives it. */
const routedTo = (organisation: string, queued: Queued): SQL =>
  isRouting(queued) ? sentTo(organisation, queued.submissionId) : sql`${organisation} = any(${queued.routedTo})`

/** By the routings that she may read: all of what she receives, else those to her own organisation. */
const sentTo = (organisation: string, id: PgColumn): SQL =>
  sql`exists (select from ${routings} as sent where sent.submission_id = ${id} and sent.organisation = ${organisation})`

function assignedTo(staff: Staff, assignee: string, { assigneeId }: Queued): SQL {
  if (assignee === 'nobody') return isNull(assigneeId)
  return eq(assigneeId, assignee === 'me' ? staff.id : assignee)
}

function ofAge(age: keyof typeof ages, { createdAt }: Queued): SQL {
  const { newest, days } = ages[age]
  const then = new Date(Date.now() - days * dayLength)
  return newest ? gt(createdAt, then) : lte(createdAt, then)
}

type Deadline = NonNullable<QueueFilter['deadline']>

/** From which day to which somebody has to act; the turn of what is open goes by that day. */
function daysOf(deadline: Deadline): { from?: Day; to?: Day } {
  const today = dayOf(new Date())
  if (deadline === 'none') return {}
  if (deadline === 'overdue') return { to: daysAfter(today, -1) }
  return { from: today, to: deadline === 'today' ? today : lastDayOfWeek(today) }
}

function dueBy(deadline: Deadline, { dueOn }: typeof submissions): SQL {
  const { from, to } = daysOf(deadline)
  if (!to) return isNull(dueOn)
  return from ? between(dueOn, from, to) : lte(dueOn, to)
}
