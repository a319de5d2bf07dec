import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { neighboursInQueue } from '#app/domain/submissions/neighbours-in-queue.server.ts'
import { pageAround } from '#app/domain/submissions/page-around.server.ts'
import { queueFilter, readFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { everythingInQueue } from '../../support/everything-in-queue.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, company: Staff

beforeAll(async () => {
  ;[coordinator, company] = [await makeStaff('coordinator'), await makeStaff('partner', 'gardstensbostader')]
})

/** A queue of its own: what is given to somebody whom nobody else knows. */
async function ownQueue(count: number) {
  const { id } = await makeStaff('coordinator')
  for (let number = 0; number < count; number++) {
    const made = await makeSubmission()
    await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ assigneeId: id }).where(eq(submissions.id, made.id)))
  }
  return { asked: { assignee: id }, refs: await everythingInQueue(coordinator, { assignee: id }) }
}

/** The place at which the queue shows one of its rows, as it stands in addresses. */
async function placeOf(asked: Record<string, string>, ref: string): Promise<string> {
  for (let after: string | undefined; ;) {
    const { rows, next } = await queue(coordinator, queueFilter.parse({ ...asked, after }))
    const row = rows.find((one) => one.ref === ref)
    if (row) return row.place
    after = next
  }
}

const beside = (asked: Record<string, string>, at: string, staff = coordinator) =>
  neighboursInQueue(staff, queueFilter.parse({ ...asked, at }))

test('one goes through the queue from case to case, over the edges of its pages', async () => {
  const { asked, refs } = await ownQueue(53)
  let at = await placeOf(asked, refs[0]!)
  const walked = [refs[0]]
  for (let { next } = await beside(asked, at); next; { next } = await beside(asked, at)) {
    walked.push(next.ref)
    expect((await beside(asked, next.place)).previous?.place).toBe(at)
    at = next.place
  }
  expect(walked).toEqual(refs)
})

test('one goes on from where the case stood, also when it has been moved since', async () => {
  const { asked, refs } = await ownQueue(3)
  const at = await placeOf(asked, refs[1]!)
  await move(coordinator, refs[1]!, { from: 'received', to: 'screening' })
  expect(await beside(asked, at)).toMatchObject({ previous: { ref: refs[0] }, next: { ref: refs[2] } })
  const last = await placeOf(asked, refs[2]!)
  // It stands last in the queue now, and comes up there again; never beside its own old place.
  expect((await beside({ ...asked, status: 'received' }, last)).next).toBeUndefined()
})

test('what one does not see lies beside nothing', async () => {
  const { asked, refs } = await ownQueue(3)
  expect(await beside(asked, await placeOf(asked, refs[1]!), company)).toEqual({ previous: undefined, next: undefined })
  expect(await neighboursInQueue(coordinator, readFilter(new URLSearchParams('at=nowhere')))).toEqual({})
})

test('who comes back sees the page around her row, and the row itself or what stands there since', async () => {
  const { asked, refs } = await ownQueue(60)
  const shown = async (ref: string) => {
    const at = await placeOf(asked, ref)
    return queue(coordinator, await pageAround(coordinator, queueFilter.parse({ ...asked, at })))
  }
  const first = await shown(refs[10]!)
  expect([first.rows[0]?.ref, first.here, first.previous]).toEqual([refs[0], refs[10], undefined])
  const far = await shown(refs[55]!)
  expect([far.rows[0]?.ref, far.rows.at(-1)?.ref, far.here]).toEqual([refs[30], refs[59], refs[55]])
  expect(far.previous).toBeDefined()

  const at = await placeOf(asked, refs[1]!)
  await move(coordinator, refs[1]!, { from: 'received', to: 'screening' })
  const filter = queueFilter.parse({ ...asked, status: 'received', at })
  expect((await queue(coordinator, await pageAround(coordinator, filter))).here).toBe(refs[2])
})
