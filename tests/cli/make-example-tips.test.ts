import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import { tips as examples } from '#db/seeds/example/tips.ts'
import { makeExampleTips } from '#app/cli/example/make-example-tips.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { makeHolders, setTips } from '../support/make-holders.ts'
import { readByHolder } from '../support/told-tip.ts'

const clear = () => as({ as: 'seed' }, (tx) => tx.delete(tips).where(eq(tips.example, true)))
const made = () => as({ as: 'seed' }, (tx) => tx.select().from(tips).where(eq(tips.example, true)))
afterAll(async () => {
  await clear()
  await setTips('signpost')
})

test('with holders the trial portal opens for tips and has some made-up ones, sealed as any other, once', async () => {
  const { tipsKey } = await makeHolders()
  await setTips('signpost')
  await clear()
  await makeExampleTips()
  await makeExampleTips()
  expect(await tipsAreTaken()).toBe(true)
  const rows = await made()
  const told = await Promise.all(rows.map(({ ref }) => readByHolder(ref, tipsKey)))
  expect(told.map(({ body }) => body).sort()).toEqual(examples.map(({ body }) => body).sort())
})
