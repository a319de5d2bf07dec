import type { periods } from '#db/schema/commitments.ts'

export type Per = (typeof periods)[number]

/** A stretch of calendar days (YYYY-MM-DD), both ends included. */
export type Period = { from: string; through: string }

const dayLength = 86_400_000
const asMoment = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const asDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number): string => asDay(asMoment(day) + days * dayLength)

/** Days from one day to another; negative backwards. */
export const daysBetween = (from: string, to: string): number => Math.round((asMoment(to) - asMoment(from)) / dayLength)

/** The days of a period, both ends counted. */
export const lengthOf = ({ from, through }: Period): number => daysBetween(from, through) + 1

/** The last day of the month that the day lies in. */
export const monthEnd = (day: string): string => asDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0))

const months: Record<Exclude<Per, 'pledge'>, number> = { year: 12, 'half-year': 6, term: 6, month: 1 }

/**
 * The period that a target counts in on the given day, clipped to the pledge. Years, half-years and months are those of
 * the calendar; spring term is January to June, autumn term July to December.
 */
export function periodAt(per: Per, pledge: Period, day: string): Period {
  const within = day < pledge.from ? pledge.from : day > pledge.through ? pledge.through : day
  if (per === 'pledge') return pledge
  const year = Number(within.slice(0, 4))
  const first = Math.floor((Number(within.slice(5, 7)) - 1) / months[per]) * months[per]
  const from = asDay(Date.UTC(year, first, 1))
  const through = asDay(Date.UTC(year, first + months[per], 0))
  return { from: from < pledge.from ? pledge.from : from, through: through > pledge.through ? pledge.through : through }
}

/** Every period of the pledge that has begun by the given day, the latest first; the first one before it begins. */
export function periodsUntil(per: Per, pledge: Period, day: string): Period[] {
  const found = [periodAt(per, pledge, day)]
  while (found.at(-1)!.from > pledge.from) found.push(periodAt(per, pledge, addDays(found.at(-1)!.from, -1)))
  return found
}
