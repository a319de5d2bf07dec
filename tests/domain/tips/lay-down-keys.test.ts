import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { tipHolders, tips, tipsKeyGrants, tipUnlocks } from '#db/schema/tips.ts'
import { changeRole } from '#app/domain/staff/change-role.server.ts'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import { findPerson } from '#app/domain/staff/people.server.ts'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { carryOutRotation } from '#app/domain/tips/carry-out-rotation.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import { isGranted, standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { openTip } from '#app/domain/tips/open-tip.server.ts'
import { revokeHolder } from '#app/domain/tips/revoke-holder.server.ts'
import { setSubstitutes } from '#app/domain/tips/set-substitutes.server.ts'
import { openWith } from '#app/sealing/envelopes.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeTip, rowOfTip } from '../../support/make-tip.ts'
import {
  keyOpenTo,
  newHolders,
  newOfficer,
  openKeyOf,
  withoutKeys,
  withoutTips,
  type Officer,
} from '../../support/new-holders.ts'

let admin: Staff
beforeAll(async () => {
  admin = await makeStaff('admin')
})
afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

const elsewhere = { role: 'registrar', organisation: 'polisen' } as const
const ways = [
  ['her account is closed', (id: string) => deactivate(admin, id)],
  ['her role is changed', (id: string) => changeRole(admin, id, elsewhere)],
] as const

/** What of hers still opens anything. */
const leftOf = (id: string) =>
  as({ as: 'seed' }, async (tx) => ({
    grants: await tx.$count(tipsKeyGrants, eq(tipsKeyGrants.staffId, id)),
    unlocks: await tx.$count(tipUnlocks, eq(tipUnlocks.staffId, id)),
    holders: await tx.$count(tipHolders, eq(tipHolders.staffId, id)),
  }))
const nothing = { grants: 0, unlocks: 0, holders: 0 }

test.each(ways)('of two holders none can go: before %s somebody else must have the keys', async (_, go) => {
  const { officers } = await newHolders(2)
  const [one, two] = officers as [Officer, Officer]
  expect(await go(two.staff.id)).toEqual({ refused: 'keys-first' })
  expect(await findPerson(admin, two.staff.id)).toMatchObject({ role: 'officer', deactivatedAt: null })
  expect(await keyOpenTo(two)).toBeDefined()
  expect((await standingOfKeys(one.staff)).tipsKey).toMatchObject({ rotationDueOn: null })

  const three = await newOfficer()
  await grantHolder(one.staff, await openKeyOf(one), three.staff.id)
  expect(await go(two.staff.id)).toEqual({ id: two.staff.id })
})

test.each(ways)(
  'when %s she opens nothing more, and the next who opens tips puts a new key in place',
  async (_, go) => {
    const { officers } = await newHolders(3)
    const [one, two, gone] = officers as [Officer, Officer, Officer]
    const old = await openKeyOf(gone)
    const { ref, key } = await makeTip(old)
    await as({ as: 'seed' }, (tx) => tx.update(tips).set({ assigneeId: gone.staff.id }).where(eq(tips.ref, ref)))
    await setSubstitutes(one.staff, old, { holder: one.staff.id, deputy: gone.staff.id, head: gone.staff.id })

    expect(await go(gone.staff.id)).toEqual({ id: gone.staff.id })
    expect(await findSignedIn(new Headers({ Cookie: gone.cookie }))).toBeUndefined()
    expect(await leftOf(gone.staff.id)).toEqual(nothing)
    expect(await isGranted(gone.staff)).toBe(false)
    const due = await standingOfKeys(one.staff)
    expect(due.tipsKey?.rotationDueOn).toMatch(/^\d{4}-/)
    expect(due.holders.find(({ id }) => id === one.staff.id)).toMatchObject({ deputyId: null, headId: null })

    // Two sessions come at once: one of them does it.
    const key1 = await openKeyOf(one)
    const done = await Promise.all([
      carryOutRotation(one.staff, key1),
      carryOutRotation(two.staff, await openKeyOf(two)),
    ])
    expect(done.filter(Boolean)).toEqual([{ resealed: 1 }])
    expect(await carryOutRotation(one.staff, key1)).toBeUndefined()
    const row = (await rowOfTip(ref))!
    expect(await openWith(old, row.sealedKey)).toBeUndefined()
    expect(await openWith(await openKeyOf(two), row.sealedKey)).toEqual(Buffer.from(key))
    expect(row.assigneeId).toBeNull()
    expect((await standingOfKeys(one.staff)).tipsKey?.rotationDueOn).toBeNull()
    expect(await openTip(two.staff, ref, await openKeyOf(two))).toMatchObject({ ref })
  },
)

test('who waits for the right, or never asked for it, can go at any time', async () => {
  await newHolders(2)
  const [waits, never] = [await newOfficer(), await makeStaff('officer')]
  for (const { id } of [waits.staff, never]) expect(await deactivate(admin, id)).toEqual({ id })
  expect(await leftOf(waits.staff.id)).toEqual(nothing)
})

test('a holder who was closed before does not count, and can be given another role', async () => {
  const { officers } = await newHolders(3)
  const [one, two, three] = officers as [Officer, Officer, Officer]
  expect(await deactivate(admin, three.staff.id)).toEqual({ id: three.staff.id })
  expect(await changeRole(admin, three.staff.id, elsewhere)).toEqual({ id: three.staff.id })
  expect(await deactivate(admin, two.staff.id)).toEqual({ refused: 'keys-first' })
  expect(await revokeHolder(one.staff, await openKeyOf(one), two.staff.id)).toEqual({ refused: 'last-holders' })
})

test('it takes no look at any tip, so that nobody can tell whether there are some', async () => {
  const { officers } = await newHolders(3)
  await makeTip(await openKeyOf(officers[0]!))
  await as({ as: 'seed' }, async (tx) => {
    await tx.execute(sql`lock table tips, tip_messages, tip_photos in access exclusive mode`)
    expect(await deactivate(admin, officers[2]!.staff.id)).toEqual({ id: officers[2]!.staff.id })
  })
})

test('a holder can go while she grants and is revoked: nobody waits for nobody', async () => {
  const { officers } = await newHolders(4)
  const [one, two, three] = officers as [Officer, Officer, Officer]
  const other = await newOfficer()
  const [key1, key2] = [await openKeyOf(one), await openKeyOf(two)]
  await Promise.all([
    grantHolder(one.staff, key1, other.staff.id),
    deactivate(admin, one.staff.id),
    revokeHolder(two.staff, key2, one.staff.id),
    deactivate(admin, three.staff.id),
  ])
  for (const { staff } of [one, three]) expect(await leftOf(staff.id)).toEqual(nothing)
}, 60_000)
