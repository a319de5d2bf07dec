import fc from 'fast-check'
import { inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { responses, submissions } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { answerMany } from '#app/domain/submissions/answer-many.server.ts'
import { answerableCases } from '#app/domain/submissions/answerable-cases.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, colleague: Staff, officer: Staff
beforeAll(async () => {
  ;[coordinator, colleague, officer] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('coordinator'),
    makeStaff('officer'),
  ])
})

const audience = 'public' as const
const of = (ref: string, after = 0) => ({ ref, after, body: { sv: `Svar till ${ref}` } })
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
  const offered = await answerableCases(coordinator, { category: 'litter' })
  expect(offered.every(({ category }) => category === 'litter')).toBe(true)
  await expect(answerMany(await makeStaff('partner'), { cases: [], audience })).rejects.toThrow('may not')
})
