import type { TipStatus } from '#db/schema/tips.ts'
import { dayOf, daysAfter, workingDayFrom, type Day } from '../submissions/working-days.server.ts'

/** True when nobody has opened a tip while so many working days after the day that it came have gone by. */
export function isLeftUnopened(
  { status, receivedOn }: { status: TipStatus; receivedOn: Day },
  workingDays: number,
  now: Date,
): boolean {
  let last = receivedOn
  for (let day = 0; day < workingDays; day++) last = workingDayFrom(daysAfter(last, 1))
  return status === 'received' && dayOf(now) > last
}
