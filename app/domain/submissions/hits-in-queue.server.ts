import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routings, statuses, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { conditionOf, statusesOf, type Asked } from './queue-conditions.server.ts'
import { countOf, tabsOf, type Counts } from './queue-counts.server.ts'
import { comparePlaces, type QueuePlace } from './queue-place.ts'
import { pageLength } from './queue-places.server.ts'
import { searchSubmissions } from './search-submissions.server.ts'
import { isHeldPlace } from './urgency.server.ts'
import { receives, visibleTo } from './visible-to.server.ts'

type Hit = QueuePlace & { status: Status }

/**
 * The same as a page of the queue and its counts, of what a search finds: few enough to be looked at one by one. Where
 * there are more, those in the states that are asked for are searched by themselves, and the counts say that there are more.
 */
export async function hitsInQueue(tx: Tx, staff: Staff, filter: Asked & { q: string }) {
  const states = statusesOf(filter)
  const all = await foundBy(tx, staff, filter)
  const shown = all.cut && states.length < statuses.length ? await foundBy(tx, staff, filter, states) : all
  const among = (hits: Hit[]) => hits.filter(({ status }) => states.includes(status))
  const wanted = among(shown.wanted)
  return {
    ...pageOf(wanted.sort(comparePlaces), filter),
    tabs: tabsOf({ ...countsOf(all, statuses), ...countsOf(shown, states) }),
    held: countOf(among(shown.held).length, shown.cut),
    partly: undefined,
    /** There may be more, and older ones. */
    cut: shown.cut,
  }
}

/**
 * What is found under all filters but the status, or in these states, all of it that is held, and whether there may be
 * more, and older ones (`cut`). What is named by its reference is found in whichever state it is.
 */
export async function foundBy(tx: Tx, staff: Staff, filter: Asked & { q: string }, states?: readonly Status[]) {
  const { ids, cut } = await searchSubmissions(tx, staff, filter, states)
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
  return { wanted, held: found.filter(isHeld), cut }
}

function countsOf({ wanted, cut }: { wanted: Hit[]; cut: boolean }, states: readonly Status[]): Counts {
  const countIn = (state: Status) => wanted.filter(({ status }) => status === state).length
  return Object.fromEntries(states.map((state) => [state, countOf(countIn(state), cut)]))
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
