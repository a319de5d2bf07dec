import { randomBytes } from 'node:crypto'
import { pino } from 'pino'

/** The log: events and ids, never what a person wrote, never a network address. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

/** An id to show a person and to find in the log. */
export const newErrorId = (): string => randomBytes(5).toString('hex')
