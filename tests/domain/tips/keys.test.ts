import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipAuditLines } from '#db/schema/tips.ts'
import { assignTip } from '#app/domain/tips/assign-tip.server.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { grantByShares } from '#app/domain/tips/grant-by-shares.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import { isGranted, standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { makeRecoveryKey } from '#app/domain/tips/make-recovery-key.server.ts'
import { makeTipsKey } from '#app/domain/tips/make-tips-key.server.ts'
import { openTip } from '#app/domain/tips/open-tip.server.ts'
import { revokeHolder } from '#app/domain/tips/revoke-holder.server.ts'
import { setSubstitutes } from '#app/domain/tips/set-substitutes.server.ts'
import { openWith } from '#app/sealing/envelopes.ts'
import { makeTip, rowOfTip } from '../../support/make-tip.ts'
import {
  keyOpenTo,
  newHolders,
  newKeysFor,
  newOfficer,
  openKeyOf,
  setPassphrase,
  withoutKeys,
  withoutTips,
  type Officer,
} from '../../support/new-holders.ts'
import { tipEventsBy } from '../../support/tip-audit-lines.ts'

afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

const linesOf = (staffId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .select({ event: tipAuditLines.event, subject: tipAuditLines.subject })
      .from(tipAuditLines)
      .where(eq(tipAuditLines.staffId, staffId)),
  )

test('keys are made in order: a passphrase, a recovery key, the tips key, then a colleague', async () => {
  await withoutKeys()
  const [first, second] = [await newOfficer(), await newOfficer()]
  expect(await makeTipsKey(first.staff)).toEqual({ refused: 'recovery-key-missing' })
  const made = await makeRecoveryKey(first.staff, { seen: '', tipsKey: undefined })
  expect(made).toMatchObject({ shares: [expect.any(String), expect.any(String), expect.any(String)] })
  expect(await makeRecoveryKey(second.staff, { seen: '', tipsKey: undefined })).toEqual({
    refused: 'changed-meanwhile',
  })
  expect(await makeTipsKey(first.staff)).toHaveProperty('keyId')
  expect(await makeTipsKey(second.staff)).toEqual({ refused: 'changed-meanwhile' })
  expect(await keyOpenTo(second)).toBeUndefined()
  expect(await grantHolder(first.staff, await openKeyOf(first), second.staff.id)).toEqual({ granted: second.staff.id })
  expect((await openKeyOf(second)).secretKey).toEqual((await openKeyOf(first)).secretKey)
  expect((await linesOf(first.staff.id)).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['holder-made', 'recovery-key-made', 'tips-key-made', 'holder-granted']),
  )
})

test('a revoked officer keeps nothing that opens a tip, old or new, and the others open all of them', async () => {
  const { officers } = await newHolders(3)
  const [one, two, gone] = officers as [Officer, Officer, Officer]
  const stolen = await openKeyOf(gone)
  const tips = await Promise.all(Array.from({ length: 5 }, () => makeTip(stolen)))
  const closed = tips[0]!
  expect(await revokeHolder(one.staff, await openKeyOf(one), gone.staff.id)).toEqual({
    revoked: gone.staff.id,
    resealed: 5,
  })
  expect(await keyOpenTo(gone)).toBeUndefined()
  expect(await isGranted(gone.staff)).toBe(false)
  for (const { ref, key } of tips) {
    const row = await rowOfTip(ref)
    expect(await openWith(stolen, row!.sealedKey)).toBeUndefined()
    expect(await openWith(await openKeyOf(two), row!.sealedKey)).toEqual(Buffer.from(key))
  }
  expect((await openTip(two.staff, closed.ref, await openKeyOf(two)))?.said.body).toBe('Någon säljer vid porten.')
})

test('who takes her own right away leaves every tip sealed to the new key, and those she had to nobody', async () => {
  await withoutTips()
  const { officers } = await newHolders(3)
  const [one, two, three] = officers as [Officer, Officer, Officer]
  const key = await openKeyOf(one)
  const { ref } = await makeTip(key)
  expect(await assignTip(one.staff, ref, { from: null, to: one.staff.id })).toEqual({ assigned: one.staff.id })
  await setSubstitutes(one.staff, key, { holder: two.staff.id, deputy: one.staff.id, head: null })
  expect(await revokeHolder(one.staff, key, one.staff.id)).toEqual({ revoked: one.staff.id, resealed: 1 })
  const row = await rowOfTip(ref)
  expect(row?.assigneeId).toBeNull()
  expect(await openWith(key, row!.sealedKey)).toBeUndefined()
  expect(await openTip(three.staff, ref, await openKeyOf(three))).toMatchObject({ ref })
  const { holders } = await standingOfKeys(two.staff)
  expect(holders.find(({ id }) => id === two.staff.id)).toMatchObject({ deputyId: null })
})

test('of two holders neither can be revoked, and one who is deactivated does not count', async () => {
  const { officers } = await newHolders(3)
  const [one, two, three] = officers as [Officer, Officer, Officer]
  await as({ as: 'auth' }, (tx) =>
    tx.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, three.staff.id)),
  )
  const key = await openKeyOf(one)
  expect(await revokeHolder(one.staff, key, two.staff.id)).toEqual({ refused: 'last-holders' })
  expect(await revokeHolder(one.staff, key, one.staff.id)).toEqual({ refused: 'last-holders' })
  expect(await revokeHolder(one.staff, key, three.staff.id)).toMatchObject({ revoked: three.staff.id })
  expect(await revokeHolder(one.staff, key, two.staff.id)).toEqual({ refused: 'changed-meanwhile' })
})

test('a forgotten passphrase means a new key pair, granted anew by a colleague or with two paper shares', async () => {
  const { officers, shares } = await newHolders(2)
  const [one, two] = officers as [Officer, Officer]
  const { ref } = await makeTip(await openKeyOf(one))
  const again = { ...two, ...(await setPassphrase(two.staff, two.sessionId)) }
  expect(await keyOpenTo(again)).toBeUndefined()
  await grantHolder(one.staff, await openKeyOf(one), two.staff.id)
  expect(await openTip(two.staff, ref, await openKeyOf(again))).toMatchObject({ ref })

  await becomeHolder(one.staff, 'another passphrase of mine')
  expect(await grantByShares(one.staff, [shares[0]!, shares[0]!])).toEqual({ refused: 'wrong-shares' })
  expect(await grantByShares(one.staff, [shares[0]!, shares[2]!])).toEqual({ granted: one.staff.id })
  expect(await isGranted(one.staff)).toBe(true)
  expect((await tipEventsBy(one.staff.id)).slice(-2)).toEqual(['shares-refused', 'holder-granted-by-shares'])
})

test('a new recovery key takes the place of the old one, whose shares open nothing more', async () => {
  const { officers, shares } = await newHolders(2)
  const [one] = officers as [Officer]
  const { recoveryKey } = await standingOfKeys(one.staff)
  expect(await makeRecoveryKey(one.staff, { seen: recoveryKey!.id, tipsKey: undefined })).toEqual({
    refused: 'keys-locked',
  })
  const made = await makeRecoveryKey(one.staff, { seen: recoveryKey!.id, tipsKey: await openKeyOf(one) })
  if ('refused' in made) throw new Error(made.refused)
  expect(await grantByShares(one.staff, shares.slice(0, 2))).toEqual({ refused: 'wrong-shares' })
  expect(await grantByShares(one.staff, made.shares.slice(1))).toEqual({ granted: one.staff.id })
})

test('a deputy is another holder, and a head an officer of the police', async () => {
  const { officers } = await newHolders(2)
  const [one, two] = officers as [Officer, Officer]
  const tipsKey = await openKeyOf(one)
  const set = (deputy: string | null, head: string | null) =>
    setSubstitutes(one.staff, tipsKey, { holder: one.staff.id, deputy, head })
  expect(await set(one.staff.id, null)).toEqual({ refused: 'no-such-person' })
  expect(await set('nobody', null)).toEqual({ refused: 'no-such-person' })
  expect(await set(two.staff.id, two.staff.id)).toEqual({ set: true })
  const { holders } = await standingOfKeys(one.staff)
  expect(holders.find(({ id }) => id === one.staff.id)).toMatchObject({
    deputyId: two.staff.id,
    headId: two.staff.id,
  })
})

test('whatever is granted and revoked, in whatever order, exactly the holders open every tip', async () => {
  const { officers } = await newHolders(4)
  const step = fc.record({ what: fc.constantFrom('grant', 'revoke'), by: fc.nat(3), whom: fc.nat(3) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      await withoutTips()
      await newKeysFor(officers.slice(0, 2))
      const granted = new Set([0, 1])
      const lost = [] as { key: Awaited<ReturnType<typeof openKeyOf>> }[]
      const { ref, key } = await makeTip(await openKeyOf(officers[0]!))
      for (const { what, by, whom } of steps) {
        const [actor, other] = [officers[by]!, officers[whom]!]
        const open = await keyOpenTo(actor)
        expect(open !== undefined).toBe(granted.has(by))
        if (!open) continue
        if (what === 'grant') {
          expect(await grantHolder(actor.staff, open, other.staff.id)).toEqual({ granted: other.staff.id })
          granted.add(whom)
        } else {
          const result = await revokeHolder(actor.staff, open, other.staff.id)
          const may = !granted.has(whom) || granted.size > 2
          expect(result).toMatchObject(may ? { revoked: other.staff.id } : { refused: 'last-holders' })
          if (!may) continue
          if (granted.delete(whom)) lost.push({ key: open })
          Object.assign(other, await setPassphrase(other.staff, other.sessionId))
        }
        const sealed = (await rowOfTip(ref))!.sealedKey
        for (const [index, officer] of officers.entries()) {
          const opened = await keyOpenTo(officer)
          expect(opened && (await openWith(opened, sealed))).toEqual(granted.has(index) ? Buffer.from(key) : undefined)
        }
        for (const { key: old } of lost) expect(await openWith(old, sealed)).toBeUndefined()
      }
    }),
    { numRuns: 5 },
  )
}, 240_000)
