import { pino } from 'pino'

/** The worker's log: events and ids only. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
