import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { tipUnlocks } from '#db/schema/tips.ts'
import { countUnlock } from '#app/domain/tips/count-unlock.server.ts'
import { findUnlocked } from '#app/domain/tips/find-unlocked.server.ts'
import { lockTips } from '#app/domain/tips/lock-tips.server.ts'
import { unlockTips } from '#app/domain/tips/unlock-tips.server.ts'
import { findSession } from '#app/domain/staff/queries.server.ts'
import { signOut } from '#app/domain/staff/sign-out.server.ts'
import { unseal } from '#app/sealing/keys.ts'
import { cookieOf, makeStaff } from '../../support/make-staff.ts'
import { newHolders, openKeyOf, setPassphrase, withoutKeys, type Officer } from '../../support/new-holders.ts'
import { tipEventsBy } from '../../support/tip-audit-lines.ts'

let [one, two]: Officer[] = []
beforeAll(async () => {
  ;[one, two] = (await newHolders(2)).officers
})
afterAll(withoutKeys)

const unlocksOf = ({ staff }: Officer) =>
  as({ as: 'seed' }, (tx) => tx.select().from(tipUnlocks).where(eq(tipUnlocks.staffId, staff.id)))

test('a wrong passphrase opens nothing, nor the right one of who has set none, and a line of the audit says so', async () => {
  const { staff, sessionId } = one!
  expect(await unlockTips(staff, sessionId, 'not my passphrase')).toEqual({ refused: 'wrong-passphrase' })
  const other = await makeStaff('officer')
  const cookie = await cookieOf(other)
  const session = (await findSession(new Headers({ Cookie: cookie })))!.session.id
  expect(await unlockTips(other, session, one!.passphrase)).toEqual({ refused: 'wrong-passphrase' })
  for (const { id } of [staff, other]) expect(await tipEventsBy(id)).toContain('unlock-refused')
})

test('the database holds nothing that opens tips without the cookie', async () => {
  const [row] = await unlocksOf(one!)
  expect(row?.sealedSecret).toBeTruthy()
  expect(unseal(Buffer.alloc(32), row!.sealedSecret)).toBeUndefined()
  expect(JSON.stringify(row)).not.toContain(one!.cookieKey)
})

test("one officer's cookie never serves another, nor another session of the same officer", async () => {
  const mixed = { sessionId: two!.sessionId, cookieKey: one!.cookieKey }
  expect(await findUnlocked(two!.staff, mixed)).toBeUndefined()
  expect(await findUnlocked(one!.staff, mixed)).toBeUndefined()
  expect(await findUnlocked(two!.staff, one!)).toBeUndefined()
  expect(await findUnlocked(one!.staff, { sessionId: one!.sessionId, cookieKey: undefined })).toBeUndefined()
  expect(await openKeyOf(one!)).toHaveProperty('secretKey')
})

test('tips are locked after thirty idle minutes, and each use counts anew', async () => {
  const officer = one!
  const now = Date.now()
  const after = (minutes: number) => findUnlocked(officer.staff, officer, new Date(now + minutes * 60_000))
  expect(await after(29)).toHaveProperty('tipsKey')
  expect(await after(58)).toHaveProperty('tipsKey')
  expect(await after(88.1)).toBeUndefined()
  expect(await after(88.2)).toBeUndefined()
  expect(await unlocksOf(officer)).toEqual([])
})

test('tips are locked when asked to, and at sign-out', async () => {
  const officer = { ...two! }
  await lockTips(officer.staff, officer.sessionId)
  expect(await findUnlocked(officer.staff, officer)).toBeUndefined()
  Object.assign(officer, await setPassphrase(officer.staff, officer.sessionId))
  expect(await unlocksOf(officer)).toHaveLength(1)
  await signOut(new Headers({ Cookie: officer.cookie }))
  expect(await unlocksOf(officer)).toEqual([])
})

test('tries are throttled for one person, and nobody else waits', async () => {
  const [many, few] = [await makeStaff('officer'), await makeStaff('officer')]
  for (let tries = 0; tries < 10; tries++) expect(await countUnlock(many)).toBe(0)
  expect(await countUnlock(many)).toBeGreaterThan(0)
  expect(await countUnlock(few)).toBe(0)
})
