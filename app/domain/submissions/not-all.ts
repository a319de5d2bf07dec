import type { Refusal } from '../refusals.ts'

/** Thrown inside a transaction that does all or nothing, so that nothing of it is done: which one stood in the way, and why. */
export class NotAll extends Error {
  readonly stopped: { of: string; refused: Refusal }
  constructor(of: string, refused: Refusal) {
    super('not all can be done')
    this.stopped = { of, refused }
  }
}

/** What stopped it; anything else is thrown on. */
export function whatStopped(error: unknown): NotAll['stopped'] {
  if (error instanceof NotAll) return error.stopped
  throw error
}
