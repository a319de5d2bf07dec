import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { plans, type PlannedAct, type PlannedAnswer } from '#db/schema/plans.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from './working-days.server.ts'

type Plan = {
  submissionId: string
  act: PlannedAct
  answer?: PlannedAnswer
  /** Of an answer to many: which of them are given together. */
  batch?: string
  /** Of a publication: the mark of the text. */
  mark?: string
  /** Not before; undefined at once, once it is approved. */
  at: Date | undefined
  second: boolean
}

/**
 * Writes down what is to be done at a time, or once a second person has approved it. Refuses a time that has passed, and
 * a second plan of the same kind beside one that waits.
 */
export async function plan(
  tx: Tx,
  staff: Staff,
  { submissionId, act, answer, batch, mark, at, second }: Plan,
): Promise<Refused | { planned: string }> {
  if (at && at <= new Date()) return { refused: 'time-has-passed' }
  const open = and(eq(plans.submissionId, submissionId), eq(plans.act, act), isNull(plans.endedAt))
  if (await tx.$count(plans, open)) return { refused: 'already-planned' }
  const [row] = await tx
    .insert(plans)
    .values({
      submissionId,
      act,
      answer: answer ?? null,
      batch: batch ?? null,
      mark: mark ?? null,
      staffId: staff.id,
      dueAt: at ?? null,
      needsSecond: second,
    })
    .returning({ id: plans.id })
  const details = { kind: act, ...(at ? { from: dayOf(at) } : {}), second }
  await audit(tx, { event: 'act-planned', subject: `submission:${submissionId}`, staffId: staff.id, details })
  return { planned: row!.id }
}
