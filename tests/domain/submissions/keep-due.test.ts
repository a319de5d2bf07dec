import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { answerBy, readBy } from '#app/domain/submissions/clocks.server.ts'
import { clocksOf } from '#app/domain/submissions/clocks.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { keepDue } from '#app/domain/submissions/keep-due.server.ts'
import { keepMissingDue } from '#app/domain/submissions/keep-missing-due.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { reopen } from '#app/domain/submissions/reopen.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { dayOf, workingDaysAfter } from '#app/domain/submissions/working-days.server.ts'
import { tellStaffClocks } from '#app/http/tell-staff-clocks.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' as const }
const now = new Date()
const inDays = (count: number) => workingDaysAfter(dayOf(now), count)

async function dueOn(id: string) {
  const [row] = await as(seed, (tx) =>
    tx.select({ dueOn: submissions.dueOn }).from(submissions).where(eq(submissions.id, id)),
  )
  return row!.dueOn
}

test('each move and each message says anew by when somebody has to act', async () => {
  const coordinator = await makeStaff('coordinator')
  const { id, ref, hash } = await makeSubmission()
  expect(await dueOn(id)).toBe(readBy(now))
  await move(coordinator, ref, { from: 'received', to: 'screening' })
  expect(await dueOn(id)).toBe(inDays(5))
  await move(coordinator, ref, { from: 'screening', to: 'in_progress' })
  expect(await dueOn(id)).toBe(inDays(10))
  await addMessage(hash, { message: 'Hur går det?', formToken: await formTokenOfOurs() })
  expect(await dueOn(id)).toBe(inDays(3))
  await reply(coordinator, ref, { message: 'Det går framåt.', formToken: await formTokenOfOurs() })
  expect(await dueOn(id)).toBe(inDays(10))
  await reply(coordinator, ref, { message: 'Vilken lampa?', wait: true, formToken: await formTokenOfOurs() })
  expect(await dueOn(id)).toBe(inDays(10))
  await addMessage(hash, { message: 'Den vid trappan.', formToken: await formTokenOfOurs() })
  expect(await dueOn(id)).toBe(inDays(3))
  await answer(coordinator, ref, { body: { sv: 'Den är lagad.' }, audience: 'resident', after: 0 })
  expect(await dueOn(id)).toBeNull()
  await reopen(hash, { message: 'Den är mörk igen.', formToken: await formTokenOfOurs() })
  expect(await dueOn(id)).toBe(readBy(now))
})

test('the clock of the answer counts too: near its end it is the one to act by', async () => {
  const { id, ref } = await makeSubmission({ status: 'in_progress' })
  const created = new Date(now.getTime() - 27 * 24 * 60 * 60 * 1000)
  await as(seed, (tx) => tx.update(submissions).set({ createdAt: created }).where(eq(submissions.id, id)))
  await reply(await makeStaff('coordinator'), ref, { message: 'Snart klart.', formToken: await formTokenOfOurs() })
  const answered = answerBy(created, 28)
  expect(await dueOn(id)).toBe(answered < inDays(10) ? answered : inDays(10))
})

test('handed over, it is due by the clocks of the authority that has it then', async () => {
  const message = 'Vi har lämnat över ditt ärende.'
  const { id, ref } = await makeSubmission({ status: 'in_progress' })
  const created = new Date(now.getTime() - 27 * 24 * 60 * 60 * 1000)
  await as(seed, async (tx) => {
    await tx.update(submissions).set({ createdAt: created }).where(eq(submissions.id, id))
    await keepDue(tx, id)
  })
  expect(await dueOn(id)).toBe(answerBy(created, 28))
  await handOver(await makeStaff('coordinator'), ref, { from: 'in_progress', to: 'polisen', message })
  // The police promise no day for the answer: the next step is what is due.
  expect(await dueOn(id)).toBe(inDays(10))
  await handOver(await makeStaff('officer'), ref, { from: 'in_progress', to: 'goteborg', message })
  expect(await dueOn(id)).toBe(answerBy(created, 28))
})

test('each night what has no day and should have one gets it', async () => {
  const { id } = await makeSubmission({ status: 'in_progress' })
  const { id: waiting } = await makeSubmission({ status: 'waiting_for_resident' })
  const { id: answered } = await makeSubmission({ status: 'answered' })
  await as(seed, (tx) =>
    tx
      .update(submissions)
      .set({ dueOn: null })
      .where(inArray(submissions.id, [id, waiting, answered])),
  )
  expect(await keepMissingDue()).toBeGreaterThan(0)
  expect(await dueOn(id)).toBe(inDays(10))
  expect(await dueOn(waiting)).toBe(inDays(10))
  expect(await dueOn(answered)).toBeNull()
})

test('who handles it sees in the queue and on its page by when; to whom it was routed does not', async () => {
  const coordinator = await makeStaff('coordinator')
  const [company, partner] = [await makeStaff('partner'), await makeStaff('partner', 'faltenheten')]
  const { id, ref } = await makeSubmission({ status: 'in_progress', areaCode: '605', category: 'meeting-places' })
  await route(coordinator, ref, { organisation: company.organisation, rewrittenBody: 'En lampa är trasig.' })
  await route(coordinator, ref, { organisation: partner.organisation })
  const filter = queueFilter.parse({ area: '605', category: 'meeting-places' })
  const rowFor = async (who: typeof company) => (await queue(who, filter)).rows.find((row) => row.ref === ref)
  expect(await rowFor(coordinator)).toMatchObject({ dueOn: await dueOn(id) })
  for (const who of [company, partner]) expect(await rowFor(who)).toMatchObject({ dueOn: null })
  const seen = (await findForStaff(coordinator, ref))!
  expect(
    tellStaffClocks('sv', seen, { clocks: clocksOf(seen, now), now }).map(({ name, state }) => [name, state]),
  ).toEqual([
    ['Läst', 'done'],
    ['Första svaret', 'later'],
    ['Nästa steg', 'later'],
  ])
})
