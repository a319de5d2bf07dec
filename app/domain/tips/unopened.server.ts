import { and, eq, inArray, isNull, lt, min } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipHolders, tips, tipsKeyGrants, tipsKeys } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf, daysAfter, isWorkingDay, type Day } from '../submissions/working-days.server.ts'
import { asHolder } from './reads-tips.ts'

/** After so many working days unopened all holders are reminded; after so many more, their heads too. */
export const remindAfter = 2
const tellHeadsAfter = 5

/** How many working days have gone by between a day and today, neither of them counted. */
export function workingDaysSince(day: Day, today: Day): number {
  let gone = 0
  for (let at = daysAfter(day, 1); at < today; at = daysAfter(at, 1)) if (isWorkingDay(at)) gone += 1
  return gone
}

/** For how many working days the oldest tip that nobody has opened has lain; undefined when there is none. */
async function unopenedFor(tx: Tx, today: Day): Promise<number | undefined> {
  const [oldest] = await tx
    .select({ day: min(tips.receivedOn) })
    .from(tips)
    .where(and(eq(tips.status, 'received'), lt(tips.receivedOn, today)))
  return oldest?.day ? workingDaysSince(oldest.day, today) : undefined
}

/** The same, for the page that holders see; undefined while nobody needs to be reminded. */
export const overdue = (staff: Staff, now = new Date()): Promise<number | undefined> =>
  as(asHolder(staff), async (tx) => {
    const days = await unopenedFor(tx, dayOf(now))
    return days !== undefined && days >= remindAfter ? days : undefined
  })

/**
 * The addresses to be told today that something waits to be opened: on a working day, of all holders once a tip has lain
 * unopened for two working days, and of their heads once it has for five.
 */
export const toBeReminded = (now = new Date()): Promise<string[]> =>
  as(worker, async (tx) => {
    const today = dayOf(now)
    const days = await unopenedFor(tx, today)
    if (days === undefined || days < remindAfter || !isWorkingDay(today)) return []
    const holders = await tx
      .select({ id: tipHolders.staffId, headId: tipHolders.headId })
      .from(tipHolders)
      .innerJoin(tipsKeyGrants, eq(tipsKeyGrants.staffId, tipHolders.staffId))
      .innerJoin(tipsKeys, and(eq(tipsKeys.id, tipsKeyGrants.keyId), isNull(tipsKeys.retiredOn)))
    const heads = days >= tellHeadsAfter ? holders.flatMap(({ headId }) => headId ?? []) : []
    const rows = await tx
      .select({ email: people.email })
      .from(people)
      .where(and(inArray(people.id, [...holders.map(({ id }) => id), ...heads]), isNull(people.deactivatedAt)))
    return rows.map(({ email }) => email)
  })
