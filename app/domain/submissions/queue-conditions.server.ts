import { and, between, eq, gt, gte, inArray, isNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import { routings, statuses, submissions, type Status } from '#db/schema/submissions.ts'
import { allWorkingAreas } from '../areas/queries.server.ts'
import type { Staff } from '../staff/staff.ts'
import { ages, type QueueFilter } from './queue-filter.server.ts'
import { openStatuses } from './statuses.ts'
import { isFree, isHeldInQueue, turnOfDay } from './urgency.server.ts'
import { dayOf, daysAfter, lastDayOfWeek, type Day } from './working-days.server.ts'

const dayLength = 24 * 60 * 60 * 1000

/** The states that a filter asks for. */
export function statusesOf({ status }: Pick<QueueFilter, 'status'>): readonly Status[] {
  if (status === 'all') return statuses
  return status === 'open' ? openStatuses : [status]
}

/** The condition on `submissions` of every filter but the status. */
export async function conditionsOf(staff: Staff, filter: QueueFilter): Promise<SQL | undefined> {
  const { kind, category, area, workingArea, organisation, assignee, writtenIn, age, deadline, photos, linked, held } =
    filter
  return and(
    kind && eq(submissions.kind, kind),
    category && eq(submissions.category, category),
    area ? eq(submissions.areaCode, area) : undefined,
    workingArea ? inArray(submissions.areaCode, await areasWithin(workingArea)) : undefined,
    organisation ? routedTo(organisation) : undefined,
    assignee ? assignedTo(staff, assignee) : undefined,
    writtenIn && eq(submissions.writtenIn, writtenIn),
    age && ofAge(age),
    deadline && dueBy(deadline),
    photos && eq(submissions.hasPhotos, photos === 'yes'),
    linked && eq(submissions.linked, linked === 'yes'),
    lastWordOf(filter),
    held && (held === 'yes' ? isHeldInQueue : isFree),
  )
}

/** The codes of the areas in one of the city's working areas; of one that is not there, a code that no area has. */
async function areasWithin(slug: string): Promise<string[]> {
  return (await allWorkingAreas()).find((one) => one.slug === slug)?.areaCodes ?? ['']
}

const routedTo = (organisation: string): SQL =>
  sql`exists (select from ${routings} as sent where sent.submission_id = ${submissions.id} and sent.organisation = ${organisation})`

function assignedTo(staff: Staff, assignee: string): SQL {
  if (assignee === 'nobody') return isNull(submissions.assigneeId)
  return eq(submissions.assigneeId, assignee === 'me' ? staff.id : assignee)
}

function ofAge(age: keyof typeof ages): SQL {
  const { newest, days } = ages[age]
  const then = new Date(Date.now() - days * dayLength)
  return newest ? gt(submissions.createdAt, then) : lte(submissions.createdAt, then)
}

const { dueOn, turn } = submissions

/** The turn of what is open goes by the day in which it is due, so that the index of the queue is read from there on. */
function dueBy(deadline: NonNullable<QueueFilter['deadline']>): SQL | undefined {
  const today = dayOf(new Date())
  if (deadline === 'none') return isNull(dueOn)
  if (deadline === 'overdue') return and(lt(turn, turnOfDay(today)), lt(dueOn, today))
  return dueFrom(today, deadline === 'today' ? today : lastDayOfWeek(today))
}

const dueFrom = (first: Day, last: Day): SQL | undefined =>
  and(gte(turn, turnOfDay(first)), lt(turn, turnOfDay(daysAfter(last, 1))), between(dueOn, first, last))

function lastWordOf({ lastWord }: QueueFilter): SQL | undefined {
  return lastWord && (lastWord === 'nobody' ? isNull(submissions.lastWord) : eq(submissions.lastWord, lastWord))
}
