import { eq, notInArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, everyone } from '#db/client.server.ts'
import { staff } from '#db/schema/staff.ts'
import { tipsKeyGrants } from '#db/schema/tips.ts'
import { makeHolders } from '../support/make-holders.ts'

const canBeSealed = () =>
  as(everyone, async (tx) => {
    const [row] = await tx.execute<{ can: boolean }>(sql`select tips_can_be_sealed() as can`)
    return row!.can
  })

test('tips can be sealed with two active holders, and not when one of them is deactivated', async () => {
  const { holders, tipsKey } = await makeHolders()
  const ids = holders.map((holder) => holder.staff.id)
  await as({ as: 'seed' }, (tx) => tx.delete(tipsKeyGrants).where(notInArray(tipsKeyGrants.staffId, ids)))
  expect(tipsKey.secretKey).toHaveLength(32)
  expect(await canBeSealed()).toBe(true)

  const deactivate = (deactivatedAt: Date | null) =>
    as({ as: 'seed' }, (tx) => tx.update(staff).set({ deactivatedAt }).where(eq(staff.id, holders[0].staff.id)))
  await deactivate(new Date())
  expect(await canBeSealed()).toBe(false)
  await deactivate(null)
  expect(await canBeSealed()).toBe(true)
})
