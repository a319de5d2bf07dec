import { expect, test } from 'vitest'
import { inTurn } from '#app/domain/photos/in-turn.server.ts'

test('two photos are worked on at once, the others in the order they came, also after one that fails', async () => {
  const log: string[] = []
  const ends: (() => void)[] = []
  const all = [1, 2, 3, 4].map((number) =>
    inTurn(async () => {
      log.push(`begins ${number}`)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (number === 1) throw new Error('broken')
      return number
    }).catch(() => 'failed'),
  )
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  await settle()
  expect(log).toEqual(['begins 1', 'begins 2'])
  ends[0]!()
  await settle()
  expect(log).toEqual(['begins 1', 'begins 2', 'begins 3'])
  ends[1]!()
  ends[2]!()
  await settle()
  ends[3]!()
  expect(await Promise.all(all)).toEqual(['failed', 2, 3, 4])
})
