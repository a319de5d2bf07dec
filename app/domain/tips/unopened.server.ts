import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipHolders, tips, tipsKeyGrants, tipsKeys, type TipStatus } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf, daysAfter, isWorkingDay, type Day } from '../submissions/working-days.server.ts'
import { asHolder } from './reads-tips.ts'
import { waitsSince } from './waits-since.server.ts'

/**
 * After so many working days of waiting the holder who has a tip is reminded of it, and her deputy is; after so many all
 * holders, and the resident's page says that nobody has opened it; after so many their heads, too.
 */
const [tellDeputyAfter, remindAfter, tellHeadsAfter] = [1, 2, 5]

/** How many working days have gone by between a day and today, neither of them counted. */
export function workingDaysSince(day: Day, today: Day): number {
  let gone = 0
  for (let at = daysAfter(day, 1); at < today; at = daysAfter(at, 1)) if (isWorkingDay(at)) gone += 1
  return gone
}

/** True when holders have been reminded of a tip that nobody has opened. */
export const isLeftUnopened = ({ status, receivedOn }: { status: TipStatus; receivedOn: Day }, now: Date): boolean =>
  status === 'received' && workingDaysSince(receivedOn, dayOf(now)) >= remindAfter

/**
 * For how many working days that which has waited longest has lain, unopened or with a message that nobody has read; for
 * each who has the tip, and for those that nobody has.
 */
async function waiting(tx: Tx, today: Day): Promise<{ assigneeId: string | null; days: number }[]> {
  const rows = await tx
    .select({ assigneeId: tips.assigneeId, since: sql<Day>`min(${waitsSince})` })
    .from(tips)
    .where(sql`${waitsSince} < ${today}`)
    .groupBy(tips.assigneeId)
  return rows.map(({ assigneeId, since }) => ({ assigneeId, days: workingDaysSince(since, today) }))
}

/** For how many working days something has waited, for the page that holders see; undefined while nobody is reminded. */
export const overdue = (staff: Staff, now = new Date()): Promise<number | undefined> =>
  as(asHolder(staff), async (tx) => {
    const days = longest(await waiting(tx, dayOf(now)))
    return days >= remindAfter ? days : undefined
  })

const longest = (waits: readonly { days: number }[]): number => Math.max(-1, ...waits.map(({ days }) => days))

/** The holders, by name, whose deputy this one is and whose tips wait. */
export const waitsInPlaceOf = (staff: Staff, now = new Date()): Promise<string[]> =>
  as(asHolder(staff), async (tx) => {
    const waits = (await waiting(tx, dayOf(now))).filter(({ days }) => days >= tellDeputyAfter)
    const { id, name } = people
    const absent = await tx
      .select({ id, name })
      .from(tipHolders)
      .innerJoin(people, eq(id, tipHolders.staffId))
      .where(eq(tipHolders.deputyId, staff.id))
      .orderBy(asc(name))
    return absent.filter((one) => waits.some(({ assigneeId }) => assigneeId === one.id)).map((one) => one.name)
  })

/**
 * The addresses to be told today that something waits to be opened, on a working day. Once a tip has lain unopened, or
 * what a resident wrote in it unread, for one working day: of the holder who has it, and of her deputy. For two: of all
 * holders. For five: of their heads. But for these nobody is told who cannot open it.
 */
export const toBeReminded = (now = new Date()): Promise<string[]> =>
  as(worker, async (tx) => {
    const today = dayOf(now)
    const waits = isWorkingDay(today) ? await waiting(tx, today) : []
    const days = longest(waits)
    if (days < tellDeputyAfter) return []
    const holders = await tx
      .select({ id: tipHolders.staffId, deputyId: tipHolders.deputyId, headId: tipHolders.headId })
      .from(tipHolders)
    const granted = await tx
      .select({ id: tipsKeyGrants.staffId })
      .from(tipsKeyGrants)
      .innerJoin(tipsKeys, and(eq(tipsKeys.id, tipsKeyGrants.keyId), isNull(tipsKeys.retiredOn)))
    const late = waits.filter((one) => one.days >= tellDeputyAfter).map(({ assigneeId }) => assigneeId)
    const concerned = holders.filter(({ id }) => late.includes(id)).flatMap(({ id, deputyId }) => [id, deputyId])
    const told = granted.map(({ id }) => id).filter((id) => days >= remindAfter || concerned.includes(id))
    const opening = holders.filter(({ id }) => granted.some((one) => one.id === id))
    const heads = days >= tellHeadsAfter ? opening.flatMap(({ headId }) => headId ?? []) : []
    const rows = await tx
      .select({ email: people.email })
      .from(people)
      .where(and(inArray(people.id, [...told, ...heads]), isNull(people.deactivatedAt)))
    return rows.map(({ email }) => email)
  })
