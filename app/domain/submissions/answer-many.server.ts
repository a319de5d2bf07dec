import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import type { PlannedAnswer } from '#db/schema/plans.ts'
import { messages } from '#db/schema/submissions.ts'
import type { Refusal } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { oneNeedsSecond } from './four-eyes.server.ts'
import { giveLocked } from './give-answer.server.ts'
import { lockOneOfMany } from './lock-one-of-many.server.ts'
import { NotAll, whatStopped } from './not-all.ts'
import { plan } from './plan.server.ts'

/**
 * An answer to one of many cases: its text may differ by what the placeholders stand for. `after` is the newest version
 * of the answer that the writer saw, and `said` how many messages.
 */
export type OneOfMany = Pick<PlannedAnswer, 'body' | 'after'> & { ref: string; said: number }

/** Why none was answered, and which case stood in the way. */
type Stopped = { refused: Refusal; ref: string }

type Many = {
  cases: readonly OneOfMany[]
  audience: PlannedAnswer['audience']
  /** Not before; at once when absent. */
  at?: Date | undefined
}

/**
 * Gives an official answer to each of several cases, to all or to none. With a time, or where the category of one of them
 * asks for a second person, all of them are planned instead, and are then given all or none (`batch`). Refuses when one of
 * them cannot be answered, was answered or written in since it was seen, waits to be answered already or is there twice, and
 * names it.
 */
export async function answerMany(
  staff: Staff,
  { cases, audience, at }: Many,
): Promise<Stopped | { answered: number } | { planned: number; batch: string }> {
  assertMay(staff, 'answer')
  // Always in the same order, so that two who answer at once wait for each other and never block each other.
  const inOrder = [...cases].sort((one, other) => (one.ref < other.ref ? -1 : 1))
  return as(staff, async (tx) => {
    const locked: (OneOfMany & { ready: Awaited<ReturnType<typeof lockAsSeen>> })[] = []
    for (const one of inOrder) {
      if (one.ref === locked.at(-1)?.ref) throw new NotAll(one.ref, 'changed-meanwhile')
      locked.push({ ...one, ready: await lockAsSeen(tx, staff, one) })
    }
    const second = await oneNeedsSecond(
      tx,
      locked.map(({ ready }) => ready.submission.category),
    )
    const batch = randomUUID()
    for (const { ref, ready, body, after } of locked) {
      const answer = { body, audience, after, confirmed: [] }
      const result =
        at || second
          ? await plan(tx, staff, { submissionId: ready.submission.id, act: 'answer', answer, batch, at, second })
          : await giveLocked(tx, staff, { ready, answer })
      if ('refused' in result) throw new NotAll(ref, result.refused)
    }
    await forgetDraft(tx, { submissionId: null, staffId: staff.id, form: 'answer-many' })
    return at || second ? { planned: locked.length, batch } : { answered: locked.length }
  }).catch((error: unknown) => {
    const { of: ref, refused } = whatStopped(error)
    return { refused, ref }
  })
}

/** Locks one of them that still stands as it was seen. */
async function lockAsSeen(tx: Tx, staff: Staff, { ref, after, said }: OneOfMany) {
  const ready = await lockOneOfMany(tx, staff, { of: ref, ref, after })
  if ((await tx.$count(messages, eq(messages.submissionId, ready.submission.id))) !== said)
    throw new NotAll(ref, 'changed-meanwhile')
  return ready
}
