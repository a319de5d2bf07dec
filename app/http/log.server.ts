import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { nameOfFailure } from '#app/domain/records/name-of-failure.server.ts'
import { plainPath } from './plain-path.ts'

/** The log: events and ids, never what a person wrote, never a network address. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

/**
 * Logs what went wrong in a request once, without a word that a person wrote, and gives the id that the page shows:
 * the one it has already, when more went wrong in the same request.
 */
export function logFailure(error: unknown, { method, url, errorId = newErrorId() }: Failed): string {
  const at = mayBeTip.test(plainPath(new URL(url).pathname)) ? [] : placeInCode(error)
  log.error({ errorId, method, error: nameOfFailure(error), at }, 'a request failed')
  return errorId
}

type Failed = { method: string; url: string; errorId?: string | undefined }

/**
 * Where a tip goes the ways of everything else: what is sent, followed and proved, and the officers' pages. No failure
 * there is told by its place in the code, so that the line of a tip is that of any other.
 */
const mayBeTip = /^\/+(?:[^/]+\/+(?:submit|follow|verify)|staff\/+tips|staff\/*$)(?:\/|$)/

/** An id to show a person and to find in the log. */
const newErrorId = (): string => randomBytes(5).toString('hex')

/** The lines of our own code in the stack, without the message. */
function placeInCode(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
}
