import { z } from 'zod'

/** What a clock in Stockholm shows at a moment, as `2026-11-24T08:00`. */
const clockOf = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' })
    .format(moment)
    .replace(' ', 'T')

/** The moment at which a clock in Stockholm shows this; undefined for what no clock shows. */
export const momentAt = (clock: string): Date | undefined =>
  ['+01:00', '+02:00']
    .map((offset) => new Date(`${clock}:00${offset}`))
    .find((moment) => !Number.isNaN(moment.getTime()) && clockOf(moment) === clock)

/** A time by the clock in Stockholm, as a browser posts it; nothing means now. */
export const plannedTime = z
  .string('not-valid')
  .optional()
  .transform((clock, context) => {
    if (!clock) return undefined
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) ? momentAt(clock) : undefined
    if (!moment) context.addIssue({ code: 'custom', message: 'not-valid' })
    return moment
  })
