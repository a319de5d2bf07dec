import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { nameOfFailure } from '#app/domain/records/name-of-failure.server.ts'

/** The log: events and ids, never what a person wrote, never a network address. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

/**
 * Logs what went wrong in a request once, without a word that a person wrote, and gives the id that the page shows:
 * the one it has already, when more went wrong in the same request.
 */
export function logFailure(error: unknown, { method, errorId = newErrorId() }: Failed): string {
  log.error({ errorId, method, error: nameOfFailure(error), at: placeInCode(error) }, 'a request failed')
  return errorId
}

type Failed = { method: string; errorId?: string | undefined }

/** An id to show a person and to find in the log. */
const newErrorId = (): string => randomBytes(5).toString('hex')

/** The lines of our own code in the stack, without the message, and without those that would tell that a tip was sent. */
function placeInCode(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !/(?<!mul)tip|seal/i.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
}
