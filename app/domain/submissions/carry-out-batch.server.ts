import { and, eq, isNull } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import type { Staff } from '../staff/staff.ts'
import { lockOpenOfBatch } from './batch-of-plans.server.ts'
import { endPlan } from './end-plan.server.ts'
import { thoseWithSecond } from './four-eyes.server.ts'
import { giveLocked } from './give-answer.server.ts'
import { lockOneOfMany } from './lock-one-of-many.server.ts'
import { NotAll, whatStopped } from './not-all.ts'

type Open = Awaited<ReturnType<typeof lockOpenOfBatch>>

/**
 * Gives all the answers of a batch whose time has come, in one transaction, or none: then all of them end, the one that
 * stood in the way with its reason. The author is undefined when she has left. True when there was something to be ended.
 */
export async function carryOutBatch(batch: string, author: Staff | undefined): Promise<boolean> {
  const isOpen = and(eq(plans.batch, batch), isNull(plans.endedAt))
  const open = await as(worker, (tx) => tx.select({ id: plans.id }).from(plans).where(isOpen))
  const stopped = author
    ? await as(author, (tx) => giveAll(tx, author, { batch, ids: open.map(({ id }) => id) })).catch(whatStopped)
    : new NotAll(open[0]?.id ?? '', 'not-allowed').stopped
  if (!stopped) return open.length > 0
  await as(worker, async (tx) => {
    for (const { id } of await lockOpenOfBatch(tx, batch))
      await endPlan(tx, id, { ended: 'refused', refusal: id === stopped.of ? stopped.refused : 'another-of-many' })
  })
  return true
}

/** Undefined when all were given, or somebody else has ended them meanwhile. */
async function giveAll(tx: Tx, author: Staff, { batch, ids }: { batch: string; ids: string[] }): Promise<undefined> {
  const open = await lockOpenOfBatch(tx, batch)
  await notOutOfReach(tx, ids, open)
  if (open.some(({ needsSecond: asked, approvedById }) => asked && !approvedById)) return undefined
  const alone = open.filter(({ approvedById }) => !approvedById).map(({ category }) => category)
  const withSecond = await thoseWithSecond(tx, alone)
  for (const { id, ref, answer, approvedById, category } of open) {
    if (!answer) throw new NotAll(id, 'changed-meanwhile')
    const ready = await lockOneOfMany(tx, author, { of: id, ref, after: answer.after })
    if (!approvedById && withSecond.includes(category)) throw new NotAll(id, 'second-for-answer')
    await giveLocked(tx, author, { ready, answer })
    await endPlan(tx, id, { ended: 'done' })
  }
  return undefined
}

/** What is open and not hers to reach any more stops the whole; what was ended meanwhile she sees ended. */
async function notOutOfReach(tx: Tx, ids: string[], open: Open): Promise<void> {
  const reached = new Set(open.map(({ id }) => id))
  for (const id of ids.filter((one) => !reached.has(one)))
    if ((await tx.$count(plans, eq(plans.id, id))) === 0) throw new NotAll(id, 'not-allowed')
}
