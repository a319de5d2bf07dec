import { as } from '#db/client.server.ts'
import type { PlannedAnswer } from '#db/schema/plans.ts'
import type { Refusal } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { needsSecond } from './four-eyes.server.ts'
import { giveAnswer, lockToAnswer } from './give-answer.server.ts'

/** An answer to one of many cases: its text may differ by what the placeholders stand for. */
export type OneOfMany = Pick<PlannedAnswer, 'body' | 'after'> & { ref: string }

/** Why none was answered, and which case stood in the way. */
type Stopped = { refused: Refusal; ref: string }

class NotAll extends Error {
  readonly stopped: Stopped
  constructor(stopped: Stopped) {
    super('not all can be answered')
    this.stopped = stopped
  }
}

/**
 * Gives an official answer to each of several cases, to all or to none. Refuses when one of them cannot be answered, or
 * was answered since it was seen, or asks for a second person, and names it.
 */
export async function answerMany(
  staff: Staff,
  { cases, audience }: { cases: readonly OneOfMany[]; audience: PlannedAnswer['audience'] },
): Promise<Stopped | { answered: number }> {
  assertMay(staff, 'answer')
  // Always in the same order, so that two who answer at once wait for each other and never block each other.
  const inOrder = [...cases].sort((one, other) => (one.ref < other.ref ? -1 : 1))
  return as(staff, async (tx) => {
    for (const { ref, body, after } of inOrder) {
      const ready = await lockToAnswer(tx, staff, { ref, after })
      if ('refused' in ready) throw new NotAll({ refused: ready.refused, ref })
      if (await needsSecond(tx, ready.submission.category)) throw new NotAll({ refused: 'second-needed', ref })
      const given = await giveAnswer(tx, staff, { ref, body, after, audience, confirmed: [] })
      if ('refused' in given) throw new NotAll({ refused: given.refused, ref })
    }
    return { answered: inOrder.length }
  }).catch((error: unknown) => {
    if (error instanceof NotAll) return error.stopped
    throw error
  })
}
