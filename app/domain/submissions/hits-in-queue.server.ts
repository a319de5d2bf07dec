import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routings, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { conditionOf, statusesOf, type Asked } from './queue-conditions.server.ts'
import { countOf, tabsOf, type Counts } from './queue-counts.server.ts'
import { comparePlaces, type QueuePlace } from './queue-place.ts'
import { pageLength } from './queue-places.server.ts'
import { mostHits, searchSubmissions } from './search-submissions.server.ts'
import { isHeldPlace } from './urgency.server.ts'
import { receives, visibleTo } from './visible-to.server.ts'

type Hit = QueuePlace & { status: Status }

/** The same as a page of the queue and its counts, of what a search finds: few enough to be looked at one by one. */
export async function hitsInQueue(tx: Tx, staff: Staff, filter: Asked & { q: string }) {
  const ids = await searchSubmissions(tx, filter.q)
  const where = conditionOf(staff, { ...filter, held: undefined })
  const { id, urgency, turn, status, receivingAuthority } = submissions
  const { urgency: urgencyThere, turn: turnThere } = routings
  const routed = { urgency: urgencyThere, turn: turnThere }
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ id, urgency, turn, status, receivingAuthority, routed })
          .from(submissions)
          .leftJoin(routings, and(eq(routings.submissionId, id), eq(routings.organisation, staff.organisation)))
          .where(and(sql`${id} = any(${`{${ids.join(',')}}`}::uuid[])`, visibleTo(staff), where))
  // What was only routed to her stands where it was routed, and whether it is held she is not told.
  const found = rows.map(({ routed: there, ...hit }) => (receives(staff, hit) ? hit : { ...hit, ...there }))
  const isHeld = (hit: (typeof found)[number]) => receives(staff, hit) && isHeldPlace(hit)
  const wanted = found.filter((hit) => !filter.held || isHeld(hit) === (filter.held === 'yes'))
  const states = statusesOf(filter)
  const among = (hits: typeof found) => hits.filter(({ status: own }) => states.includes(own))
  return {
    ...pageOf(among(wanted).sort(comparePlaces), filter),
    tabs: tabsOf(countsOf(wanted)),
    held: countOf(among(found).filter(isHeld).length),
    partly: undefined,
    /** There may be more, and older ones. */
    cut: ids.length >= mostHits,
  }
}

function countsOf(hits: Hit[]): Counts {
  const counts = new Map<Status, number>()
  for (const { status } of hits) counts.set(status, (counts.get(status) ?? 0) + 1)
  return Object.fromEntries([...counts].map(([status, count]) => [status, countOf(count)]))
}

function pageOf(hits: Hit[], { after, before }: Pick<Asked, 'after' | 'before'>) {
  const beginning = before
    ? hits.filter((hit) => comparePlaces(hit, before) < 0).length - pageLength
    : hits.filter((hit) => after && comparePlaces(hit, after) <= 0).length
  const start = Math.max(0, beginning)
  const end = before ? beginning + pageLength : start + pageLength
  const places = hits.slice(start, end)
  return {
    places,
    previous: start > 0 ? places[0] : undefined,
    next: end < hits.length ? places.at(-1) : undefined,
  }
}
