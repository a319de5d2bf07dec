import type { Tx } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { lockToAnswer } from './give-answer.server.ts'
import { NotAll } from './not-all.ts'
import { isAnswerable } from './statuses.ts'

/**
 * Locks a case that is answered together with others, for the first time or again once it was reopened. What stands in
 * the way of one is thrown as `NotAll` and stops all: what `lockToAnswer` refuses, and a case in a state where an answer
 * could only be corrected, or that is spam. `of` is what the one is known by to the caller.
 */
export async function lockOneOfMany(
  tx: Tx,
  staff: Staff,
  { of, ref, after }: { of: string; ref: string; after: number },
) {
  const ready = await lockToAnswer(tx, staff, { ref, after })
  if ('refused' in ready) throw new NotAll(of, ready.refused)
  const { status, spamAt } = ready.submission
  if (!isAnswerable(status) || spamAt) throw new NotAll(of, 'wrong-status')
  return ready
}
