import { randomBytes } from 'node:crypto'
import { isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { recoveryKeys, tips, tipsKeys } from '#db/schema/tips.ts'
import { findSession } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { findUnlocked } from '#app/domain/tips/find-unlocked.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { makeRecoveryKey } from '#app/domain/tips/make-recovery-key.server.ts'
import { makeTipsKey } from '#app/domain/tips/make-tips-key.server.ts'
import { unlockTips } from '#app/domain/tips/unlock-tips.server.ts'
import { cookieOf, makeStaff } from './make-staff.ts'

/** An officer with a passphrase, in a session of her own in which tips are unlocked. */
export type Officer = { staff: Staff; passphrase: string; sessionId: string; cookieKey: string; cookie: string }

/** A new officer who has set a passphrase and unlocked; nobody has granted her anything yet. */
export async function newOfficer(): Promise<Officer> {
  const staff = await makeStaff('officer')
  const cookie = await cookieOf(staff)
  const sessionId = (await findSession(new Headers({ Cookie: cookie })))!.session.id
  return { staff, sessionId, cookie, ...(await setPassphrase(staff, sessionId)) }
}

/** Sets a passphrase and unlocks with it. */
export async function setPassphrase(staff: Staff, sessionId: string) {
  const passphrase = randomBytes(15).toString('base64url')
  await becomeHolder(staff, passphrase)
  const unlocked = await unlockTips(staff, sessionId, passphrase)
  if ('refused' in unlocked) throw new Error(unlocked.refused)
  return { passphrase, cookieKey: unlocked.cookieKey }
}

/** The tips key as it is open in an officer's session; undefined while it is not granted to her, or locked. */
export const keyOpenTo = async ({ staff, ...session }: Officer): Promise<OpenKey | undefined> =>
  (await findUnlocked(staff, session))?.tipsKey

/** The same, where it must be open. */
export async function openKeyOf(officer: Officer): Promise<OpenKey> {
  const key = await keyOpenTo(officer)
  if (!key) throw new Error('the tips key is not open')
  return key
}

/** New keys in place of all others, and so many officers who are granted them; the first has made them. */
export async function newHolders(count: number): Promise<{ officers: Officer[]; shares: string[] }> {
  const officers = await Promise.all(Array.from({ length: count }, newOfficer))
  return { officers, shares: await newKeysFor(officers) }
}

/** New keys in place of all others, granted to these officers; gives the paper shares. */
export async function newKeysFor([first, ...others]: readonly Officer[]): Promise<string[]> {
  await withoutKeys()
  const made = await makeRecoveryKey(first!.staff, { seen: '', tipsKey: undefined })
  if ('refused' in made) throw new Error(made.refused)
  await makeTipsKey(first!.staff)
  for (const { staff } of others) await grantHolder(first!.staff, await openKeyOf(first!), staff.id)
  return made.shares
}

/** Takes every key out of use. */
export const withoutKeys = () =>
  as({ as: 'seed' }, async (tx) => {
    const retired = { retiredOn: '2026-11-23' }
    await tx.update(tipsKeys).set(retired).where(isNull(tipsKeys.retiredOn))
    await tx.update(recoveryKeys).set(retired).where(isNull(recoveryKeys.retiredOn))
  })

/** Takes away all tips; for a file that has rotated keys, so that no other meets tips it cannot open. */
export const withoutTips = () => as({ as: 'seed' }, (tx) => tx.delete(tips))
