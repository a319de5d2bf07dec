import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { inArray } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { responses, submissions } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { answerMany } from '#app/domain/submissions/answer-many.server.ts'
import { answerableCases } from '#app/domain/submissions/answerable-cases.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { answerableInQueue } from '#app/domain/submissions/answerable-in-queue.server.ts'
import { mostAtOnce } from '#app/domain/submissions/answerable-cases.server.ts'
import { approveBatch } from '#app/domain/submissions/approve-batch.server.ts'
import { batchOfPlans } from '#app/domain/submissions/batch-of-plans.server.ts'
import { cancelBatch } from '#app/domain/submissions/cancel-batch.server.ts'
import { cancelPlan } from '#app/domain/submissions/cancel-plan.server.ts'
import { carryOutDue } from '#app/domain/submissions/carry-out.server.ts'
import { carryOutBatch } from '#app/domain/submissions/carry-out-batch.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { readFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { willNeedSecond } from '#app/domain/submissions/four-eyes.server.ts'
import { settings } from '#app/settings.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { askForTwo } from '../../support/four-eyes.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, colleague: Staff, officer: Staff, admin: Staff
beforeAll(async () => {
  ;[coordinator, colleague, officer, admin] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('admin'),
  ])
})

const audience = 'public' as const
const of = (ref: string, after = 0) => ({ ref, after, said: 0, body: { sv: `Svar till ${ref}` } })
const stateOf = async (ids: string[]) => {
  const given = await as({ as: 'seed' }, (tx) =>
    tx.select({ id: responses.submissionId }).from(responses).where(inArray(responses.submissionId, ids)),
  )
  const rows = await as({ as: 'seed' }, (tx) =>
    tx.select({ status: submissions.status }).from(submissions).where(inArray(submissions.id, ids)),
  )
  return [given.length, rows.filter(({ status }) => status === 'answered').length]
}

test('each of many cases gets its answer, in one act', async () => {
  const made = await Promise.all([1, 2, 3].map(() => makeSubmission({ status: 'in_progress' })))
  expect(await answerMany(coordinator, { cases: made.map(({ ref }) => of(ref)), audience })).toEqual({ answered: 3 })
  expect(await stateOf(made.map(({ id }) => id))).toEqual([3, 3])
})

test('whatever stands in the way of one, either all are answered or none', async () => {
  const anyCase = fc.constantFrom('open', 'open', 'answered', 'received', 'police', 'unknown')
  await fc.assert(
    fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 4 }), async (kinds) => {
      const made = await Promise.all(
        kinds.map((kind) =>
          makeSubmission({
            status: kind === 'received' ? 'received' : 'in_progress',
            category: kind === 'police' ? 'traffic' : 'lighting',
          }),
        ),
      )
      for (const [index, kind] of kinds.entries())
        if (kind === 'answered')
          await answer(colleague, made[index]!.ref, { body: { sv: 'Först' }, audience, after: 0 })
      const cases = kinds.map((kind, index) => of(kind === 'unknown' ? '0000-0000' : made[index]!.ref))
      const before = await stateOf(made.map(({ id }) => id))
      const result = await answerMany(coordinator, { cases, audience })
      const after = await stateOf(made.map(({ id }) => id))
      if (kinds.every((kind) => kind === 'open')) {
        expect(result).toEqual({ answered: kinds.length })
        expect(after).toEqual([kinds.length, kinds.length])
      } else {
        expect(result).toMatchObject({ refused: expect.any(String), ref: expect.any(String) })
        expect(after).toEqual(before)
      }
    }),
    { seed: 5, numRuns: 12 },
  )
}, 60_000)

test('who names one case twice answers none', async () => {
  const made = await Promise.all([1, 2].map(() => makeSubmission({ status: 'in_progress' })))
  const [one, two] = made.map(({ ref }) => of(ref))
  const cases = [one!, two!, one!]
  expect(await answerMany(coordinator, { cases, audience })).toEqual({ refused: 'changed-meanwhile', ref: one!.ref })
  expect(await stateOf(made.map(({ id }) => id))).toEqual([0, 0])
})

test('two who answer some of the same cases at once do not block each other: one answers all hers, the other none', async () => {
  const made = await Promise.all([1, 2, 3].map(() => makeSubmission({ status: 'in_progress' })))
  const [one, two, three] = made.map(({ ref }) => of(ref)) as [
    ReturnType<typeof of>,
    ReturnType<typeof of>,
    ReturnType<typeof of>,
  ]
  const results = await Promise.all([
    answerMany(coordinator, { cases: [one, two, three], audience }),
    answerMany(colleague, { cases: [three, two], audience }),
  ])
  expect(results.filter((result) => 'answered' in result)).toHaveLength(1)
  expect(results.filter((result) => 'refused' in result)).toMatchObject([{ refused: 'changed-meanwhile' }])
})

test('only what can be answered by her own authority is offered', async () => {
  const open = await makeSubmission({ status: 'in_progress', category: 'litter' })
  const closed = await makeSubmission({ status: 'closed', category: 'litter' })
  const refs = [open.ref, closed.ref]
  expect((await answerableCases(coordinator, { refs })).map(({ ref }) => ref)).toEqual([open.ref])
  expect(await answerableCases(officer, { refs })).toEqual([])
  expect(await answerableCases(coordinator, { refs: [] })).toEqual([])
  const { cases: offered } = await answerableInQueue(coordinator, readFilter(new URLSearchParams('category=litter')))
  expect(offered.map(({ ref }) => ref)).toContain(open.ref)
  expect(offered.every(({ category }) => category === 'litter')).toBe(true)
  const none = await answerableInQueue(coordinator, readFilter(new URLSearchParams('status=closed')))
  expect(none).toEqual({ cases: [], more: false })
  await expect(answerMany(await makeStaff('partner'), { cases: [], audience })).rejects.toThrow('may not')
})

test('all of a filter is offered up to a limit, and it says when there are more', async () => {
  const word = `qvz${randomBytes(6).toString('hex').replaceAll(/\d/g, 'w')}`
  const filter = readFilter(new URLSearchParams(`q=${word}`))
  for (let number = 0; number < mostAtOnce + 1; number += 20)
    await Promise.all(
      Array.from({ length: Math.min(20, mostAtOnce + 1 - number) }, () =>
        makeSubmission({ status: 'in_progress', body: `Det gäller ${word}.` }),
      ),
    )
  const { cases, more } = await answerableInQueue(coordinator, filter)
  expect([cases.length, more]).toEqual([mostAtOnce, true])
  await answerMany(coordinator, { cases: [of(cases[0]!.ref), of(cases[1]!.ref)], audience })
  const left = await answerableInQueue(coordinator, filter)
  expect([left.cases.length, left.more]).toEqual([mostAtOnce - 1, false])
  expect(await answerableInQueue(officer, filter)).toEqual({ cases: [], more: false })
}, 120_000)

test('what a resident has written since it was seen stops all of it, and it is named', async () => {
  const [one, two] = [await makeSubmission({ status: 'in_progress' }), await makeSubmission({ status: 'in_progress' })]
  const formToken = await formTokenOfOurs()
  await addMessage(two.hash, { message: 'Nu är den lagad.', formToken })
  const cases = [of(one.ref), of(two.ref)]
  const refused = { refused: 'changed-meanwhile', ref: two.ref }
  expect(await answerMany(coordinator, { cases, audience })).toEqual(refused)
  expect(await answerMany(coordinator, { cases, audience, at: later() })).toEqual(refused)
  expect(await stateOf([one.id, two.id])).toEqual([0, 0])
  expect((await answerableCases(coordinator, { refs: [two.ref] }))[0]?.said).toBe(1)
})

const later = () => new Date(Date.now() + 60 * 60_000)
const hoursOn = (hours: number) => new Date(Date.now() + hours * 60 * 60_000)
const planned = async (made: { ref: string }[], at?: Date) => {
  const result = await answerMany(coordinator, { cases: made.map(({ ref }) => of(ref)), audience, at })
  if (!('batch' in result)) throw new Error('not planned')
  return result.batch
}
const three = () => Promise.all([1, 2, 3].map(() => makeSubmission({ status: 'in_progress' })))
const endsOf = async (batch: string) =>
  Object.fromEntries((await batchOfPlans(coordinator, batch)).map(({ ref, ended, refusal }) => [ref, [ended, refusal]]))

test('answers for later are given when their time has come, all of them and once', async () => {
  const made = await three()
  const batch = await planned(made, later())
  await carryOutDue()
  expect(await stateOf(made.map(({ id }) => id))).toEqual([0, 0])
  await Promise.all([carryOutDue(hoursOn(2)), carryOutDue(hoursOn(2)), carryOutBatch(batch, coordinator)])
  expect(await stateOf(made.map(({ id }) => id))).toEqual([3, 3])
  expect(Object.values(await endsOf(batch))).toEqual([1, 2, 3].map(() => ['done', null]))
  expect(await carryOutBatch(batch, coordinator)).toBe(false)
})

test('where one of them cannot be answered any more when the time comes, none is, and it is named', async () => {
  const made = await three()
  const batch = await planned(made, later())
  await answer(colleague, made[1]!.ref, { body: { sv: 'Först' }, audience, after: 0 })
  await carryOutDue(hoursOn(2))
  expect(await stateOf(made.map(({ id }) => id))).toEqual([1, 1])
  expect(await endsOf(batch)).toEqual({
    [made[0]!.ref]: ['refused', 'another-of-many'],
    [made[1]!.ref]: ['refused', 'changed-meanwhile'],
    [made[2]!.ref]: ['refused', 'another-of-many'],
  })
})

test('who takes one case out, or hands it over, leaves the others waiting; who takes all back leaves none', async () => {
  const made = await three()
  const batch = await planned(made, later())
  const [first] = await batchOfPlans(coordinator, batch)
  expect(await cancelPlan(colleague, first!.ref, first!.id)).toEqual({ cancelled: true })
  const over = made.find(({ ref }) => ref !== first!.ref)!
  await handOver(coordinator, over.ref, { from: 'in_progress', to: 'polisen', message: 'Polisen svarar.' })
  await carryOutDue(hoursOn(2))
  expect(await stateOf(made.map(({ id }) => id))).toEqual([1, 1])
  const others = await three()
  const again = await planned(others, later())
  expect(await cancelBatch(officer, again)).toEqual({ refused: 'changed-meanwhile' })
  expect(await cancelBatch(colleague, again)).toEqual({ cancelled: 3 })
  await carryOutDue(hoursOn(2))
  expect(await stateOf(others.map(({ id }) => id))).toEqual([0, 0])
})

const { mode } = settings()
afterEach(async () => {
  settings().mode = mode
  await askForTwo(admin, [])
})

test('who does not reach all of them stops none, so that who is told that none is given is told the truth', async () => {
  const made = await Promise.all(['606', '609'].map((areaCode) => makeSubmission({ status: 'in_progress', areaCode })))
  const limited = await makeStaff('coordinator', 'trygghetssamordningen', ['606'])
  const batch = await planned(made, later())
  expect(await cancelBatch(limited, batch)).toEqual({ refused: 'not-allowed' })
  expect(await cancelBatch(colleague, batch)).toEqual({ cancelled: 2 })
})

test('where the category of one asks for it a colleague reads all of them before any is given, and nobody her own', async () => {
  settings().mode = 'production'
  await askForTwo(admin, ['upkeep'])
  const made = [
    await makeSubmission({ status: 'in_progress', category: 'upkeep' }),
    await makeSubmission({ status: 'in_progress', category: 'litter' }),
  ]
  expect(await willNeedSecond(coordinator, ['litter', 'upkeep'])).toBe(true)
  expect(await willNeedSecond(coordinator, ['litter'])).toBe(false)
  const batch = await planned(made)
  const seen = (await batchOfPlans(colleague, batch)).map(({ id }) => id)
  expect(await approveBatch(coordinator, batch, seen)).toEqual({ refused: 'own-plan' })
  expect(await approveBatch(officer, batch, seen)).toEqual({ refused: 'changed-meanwhile' })
  expect(await approveBatch(colleague, batch, seen.slice(1))).toEqual({ refused: 'changed-meanwhile' })
  await carryOutDue(hoursOn(2))
  expect(await stateOf(made.map(({ id }) => id))).toEqual([0, 0])
  expect(await approveBatch(colleague, batch, seen)).toEqual({ approved: 2 })
  expect(await stateOf(made.map(({ id }) => id))).toEqual([2, 2])
  const events = (await auditOf(made[1]!.id)).map(({ event, staffId }) => [event, staffId])
  expect(events).toContainEqual(['plan-approved', colleague.id])
  expect(events).toContainEqual(['answer-given', coordinator.id])
})

test('where a second person is asked for of one since it was planned, none is given, and that one is named', async () => {
  settings().mode = 'production'
  const made = await Promise.all(
    (['litter', 'upkeep', 'litter'] as const).map((category) => makeSubmission({ status: 'in_progress', category })),
  )
  const batch = await planned(made, later())
  await askForTwo(admin, ['upkeep'])
  await carryOutDue(hoursOn(2))
  expect(await stateOf(made.map(({ id }) => id))).toEqual([0, 0])
  expect(await endsOf(batch)).toEqual({
    [made[0]!.ref]: ['refused', 'another-of-many'],
    [made[1]!.ref]: ['refused', 'second-for-answer'],
    [made[2]!.ref]: ['refused', 'another-of-many'],
  })
})

test('in the queue those can be marked that can be answered, by who answers and has received them', async () => {
  const word = `qvy${randomBytes(6).toString('hex').replaceAll(/\d/g, 'w')}`
  const body = `Det gäller ${word}.`
  const [open, closed] = [
    await makeSubmission({ status: 'in_progress', body }),
    await makeSubmission({ status: 'closed', body }),
  ]
  await route(coordinator, open.ref, { organisation: 'polisen' })
  const marks = async (staff: Staff) => {
    const { rows } = await queue(staff, readFilter(new URLSearchParams(`status=all&q=${word}`)))
    return Object.fromEntries(rows.map(({ ref, answerable }) => [ref, answerable]))
  }
  expect(await marks(coordinator)).toEqual({ [open.ref]: true, [closed.ref]: false })
  expect(await marks(await makeStaff('registrar'))).toEqual({ [open.ref]: false, [closed.ref]: false })
  expect(await marks(officer)).toEqual({ [open.ref]: false })
})
