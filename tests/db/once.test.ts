import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { askedOnce } from '#db/once.server.ts'

test('what does not change is asked for once, and by all at the same time together', async () => {
  let asked = 0
  const answer = askedOnce(randomUUID(), async () => ++asked)
  expect(await Promise.all([answer(), answer()])).toEqual([1, 1])
  expect(await answer()).toBe(1)
})

test('an answer that failed is asked for again', async () => {
  let fails = true
  const answer = askedOnce(randomUUID(), async () => (fails ? Promise.reject(new Error('away')) : 'here'))
  await expect(answer()).rejects.toThrow('away')
  fails = false
  expect(await answer()).toBe('here')
})
