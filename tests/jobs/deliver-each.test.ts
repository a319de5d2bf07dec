import { expect, test } from 'vitest'
import { deliverEach } from '#app/jobs/deliver-each.server.ts'

test('one mail that fails silences no other, and the job fails once all were tried', async () => {
  const reached: string[] = []
  const deliverOne = async (to: string) => {
    if (to.startsWith('nobody')) throw new Error(to)
    await Promise.resolve()
    reached.push(to)
  }
  await expect(deliverEach(['nobody@one', 'first@one', 'nobody@two', 'last@one'], deliverOne)).rejects.toThrow(
    'nobody@one',
  )
  expect(reached).toEqual(['first@one', 'last@one'])
  await expect(deliverEach(['first@one'], deliverOne)).resolves.toBeUndefined()
  await expect(deliverEach([], deliverOne)).resolves.toBeUndefined()
})
