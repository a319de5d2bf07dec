import { and, eq, inArray, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { staff as people } from '#db/schema/staff.ts'
import { routings, submissions, type Priority, type Status } from '#db/schema/submissions.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { isHeld } from './held.server.ts'
import { hitsInQueue } from './hits-in-queue.server.ts'
import { askedBy, type Asked } from './queue-conditions.server.ts'
import { countInQueue, countsByStatus, tabsOf } from './queue-counts.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { comparePlaces, writePlace, type QueuePlace } from './queue-place.ts'
import { placesInQueue } from './queue-places.server.ts'
import { byIndexAlone } from './queue-streams.server.ts'
import { isAnswerable } from './statuses.ts'
import { replyWaits } from './urgency.server.ts'
import { readsOriginal, receives, visibleTo } from './visible-to.server.ts'

/**
 * One page of the submissions that a member of staff sees and a filter leaves, those that are held after the others that
 * are open, and how many there are by status and how many of them are held. Cases are counted and looked through so far
 * only that it takes no longer however many there are: a count then says that there are more, and `partly` how many of
 * each state were looked through for the page, whose `next` goes on from there.
 */
export async function queue(staff: Staff, filter: QueueFilter) {
  const asked = await askedBy(filter)
  return as(staff, async (tx) => {
    const { places, previous, next, ...counts } = await (filter.q
      ? hitsInQueue(tx, staff, { ...asked, q: filter.q })
      : wholeQueue(tx, staff, asked))
    const rows = await rowsAt(tx, staff, places)
    const ways = { previous: previous && writePlace(previous), next: next && writePlace(next) }
    return {
      rows: rows.map((row) => shownTo(staff, row)),
      here: hereAmong(places, rows, filter.at),
      ...ways,
      ...counts,
    }
  })
}

/** The row that she comes back to: the one at that place, or what stands there since it is gone. */
function hereAmong(places: QueuePlace[], rows: { ref: string; place: string }[], at: QueuePlace | undefined) {
  if (!at) return undefined
  const here = places.find((place) => comparePlaces(place, at) >= 0)
  return (rows.find(({ place }) => here && place === writePlace(here)) ?? rows.at(-1))?.ref
}

/** The questions are sent together and answered in their order. */
async function wholeQueue(tx: Tx, staff: Staff, asked: Asked) {
  const [, page, counts, held] = await Promise.all([
    byIndexAlone(tx),
    placesInQueue(tx, staff, asked),
    countsByStatus(tx, staff, asked),
    countInQueue(tx, staff, { ...asked, held: 'yes' }),
  ])
  return { ...page, tabs: tabsOf(counts), held, cut: false }
}

/** What the queue shows of the submissions at these places, in their order. */
async function rowsAt(tx: Tx, staff: Staff, places: QueuePlace[]) {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const rows = await tx
    .select({
      id: submissions.id,
      ref: submissions.ref,
      registrationNumber: submissions.registrationNumber,
      kind: submissions.kind,
      category: submissions.category,
      areaName: areas.name,
      status: submissions.status,
      createdAt: submissions.createdAt,
      dueOn: submissions.dueOn,
      waiting: submissions.waiting,
      priority: submissions.priority,
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
    .where(and(inArray(submissions.id, ids), visibleTo(staff)))
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]))
  return places.flatMap((place) => {
    const row = byId.get(place.id)
    return row ? { ...row, place: writePlace(place) } : []
  })
}

type Row = {
  receivingAuthority: Staff['authority'] & string
  status: Status
  original: string
  rewritten: string | null
}

type Hidden = { replyWaits: boolean; assigneeName: string | null; writtenIn: string | null }

/** How whoever has received it judges it, and by when she acts. */
type Judged = {
  priority: Priority
  held: boolean
  spam: boolean
  dueOn: string | null
  waiting: (typeof submissions.$inferSelect)['waiting']
}
/** With whether she can answer it as one of many. */
type Handled = Judged & { answerable: boolean }

/**
 * What she may not know stays behind, as on the page of the case: how it is judged and by when somebody has to act is shown
 * to who has received it alone, and a company gets the rewritten text, and no sign of the thread.
 */
function shownTo<Found extends Row & Hidden & Judged>(staff: Staff, row: Found) {
  const { original, rewritten, receivingAuthority, priority, held, spam, dueOn, waiting, ...rest } = row
  const unjudged: Judged = { priority: 'normal', held: false, spam: false, dueOn: null, waiting: null }
  const answerable = may(staff, 'answer') && isAnswerable(row.status) && !spam
  const judged: Handled = receives(staff, { receivingAuthority })
    ? { priority, held, spam, dueOn, waiting, answerable }
    : { ...unjudged, answerable: false }
  if (readsOriginal(staff, { receivingAuthority })) return { ...rest, ...judged, text: original, rewritten: false }
  const hidden = { replyWaits: false, assigneeName: null, writtenIn: null }
  return { ...rest, ...judged, ...hidden, text: rewritten ?? '', rewritten: true }
}
