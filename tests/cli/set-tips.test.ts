import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'
import { openTips, signpostTips } from '#app/cli/set-tips.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { newHolders, withoutKeys } from '../support/new-holders.ts'

afterAll(async () => {
  await signpostTips()
  await withoutKeys()
})

const decision = () =>
  as({ as: 'seed' }, async (tx) => {
    const [row] = await tx.select().from(portalSettings).where(eq(portalSettings.name, 'tips-decision'))
    return row?.value
  })

test('tips are opened by the number of a decision, once two holders and a recovery key are there', async () => {
  await withoutKeys()
  await expect(openTips('A 12/2026')).rejects.toThrow(/two active holders and a recovery key/)
  await newHolders(1)
  await expect(openTips('A 12/2026')).rejects.toThrow(/two active holders/)
  await newHolders(2)
  await expect(openTips(undefined)).rejects.toThrow(/^--decision NUMBER/)
  await expect(openTips('  ')).rejects.toThrow(/^--decision NUMBER/)
  expect(await openTips('A 12/2026')).toContain('A 12/2026')
  expect([await tipsAreTaken(), await decision()]).toEqual([true, 'A 12/2026'])
  await signpostTips()
  expect([await tipsAreTaken(), await decision()]).toEqual([false, undefined])
})
