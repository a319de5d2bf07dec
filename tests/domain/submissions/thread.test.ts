import { performance } from 'node:perf_hooks'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { hashOfCode, hasThread, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { makeSubmission } from '../../support/make-submission.ts'

test('a code opens its own thread and no other', async () => {
  const [one, other] = [await makeSubmission({ body: 'En' }), await makeSubmission({ body: 'En annan' })]
  expect((await threadUnderCode(await hashOfCode(one.code)))?.submission).toMatchObject({ ref: one.ref, body: 'En' })
  expect((await threadUnderCode(await hashOfCode(other.code)))?.submission.ref).toBe(other.ref)
  expect(await hasThread(one.hash)).toBe(true)
})

test.each(['', '0000-0000-0000-0000-0000', "' or true --", '🙂'.repeat(20), '<script>', 'A'.repeat(100_000), '\0'])(
  'nothing opens under %j',
  async (typed) => {
    const hash = await hashOfCode(typed)
    expect(await hasThread(hash)).toBe(false)
    expect(await threadUnderCode(hash)).toBeUndefined()
  },
)

test('a wrong code, a malformed one and one that is no more take the same time', async () => {
  const gone = await makeSubmission()
  await as({ as: 'seed' }, (tx) => tx.delete(submissions).where(eq(submissions.id, gone.id)))
  const tries = { gone: gone.code, wrong: '7KQ4-2M9P-0000-1111-ZZZZ', malformed: 'not a code' }
  const times: Record<string, number[]> = { gone: [], wrong: [], malformed: [] }
  for (let round = 0; round < 120; round++) {
    for (const [name, typed] of Object.entries(tries)) {
      const start = performance.now()
      expect(await hasThread(await hashOfCode(typed))).toBe(false)
      times[name]!.push(performance.now() - start)
    }
  }
  const medians = Object.values(times).map((all) => all.toSorted((a, b) => a - b)[all.length / 2]!)
  // Taken in turns, so that what slows the machine slows all three; a second query would double the time.
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.7)
})
