import { dayOf, daysAfter, type Day } from '#app/domain/submissions/working-days.server.ts'

const timeZone = 'Europe/Stockholm'

/** The calendar day in Stockholm so many days ago (negative: to come); a day may have 23 hours, or 25. */
export const dayAgo = (daysAgo: number, now = new Date()): Day => daysAfter(dayOf(now), -daysAgo)

/** The moment when clocks in Stockholm show a time, given in minutes after midnight, so many days ago. */
export function momentAgo(daysAgo: number, minutes: number, now = new Date()): Date {
  const guess = new Date(`${dayAgo(daysAgo, now)}T00:00:00Z`).getTime() + minutes * 60_000
  return new Date(guess - clockAheadAt(guess))
}

/** How far clocks in Stockholm are ahead of universal time, in milliseconds. */
function clockAheadAt(moment: number): number {
  const shown = new Date(moment).toLocaleString('sv-SE', { timeZone })
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - Math.floor(moment / 1000) * 1000
}
