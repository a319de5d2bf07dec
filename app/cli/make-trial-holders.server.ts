import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'
import { staff as people } from '#db/schema/staff.ts'
import { findStaff } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { grantByShares } from '#app/domain/tips/grant-by-shares.server.ts'
import { standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { makeRecoveryKey } from '#app/domain/tips/make-recovery-key.server.ts'
import { makeTipsKey } from '#app/domain/tips/make-tips-key.server.ts'
import { readsTips } from '#app/domain/tips/reads-tips.ts'

type Account = { email: string; tipsPassphrase?: string }
type Officer = { staff: Staff; passphrase: string }

/**
 * Makes the officers of the trial holders of tips, each with the passphrase that stands beside her password, and lets
 * the portal take tips. The paper shares are kept in a file that only its owner can read, once; in production they are
 * on paper only. `anew` tells that the accounts were just made: then the
 * passphrases are new too, and the shares give back what was granted before.
 */
export async function makeTrialHolders(dataDir: string, { anew }: { anew: boolean }): Promise<void> {
  const file = join(dataDir, 'trial-recovery-shares.json')
  const accounts = JSON.parse(readFileSync(join(dataDir, 'trial-accounts.json'), 'utf8')) as Account[]
  const officers = await officersAmong(accounts)
  const [first] = officers
  if (!first) return
  const { tipsKey, recoveryKey, holders } = await standingOfKeys(first.staff)
  const areGranted = officers.every(({ staff }) => holders.some(({ id, granted }) => id === staff.id && granted))
  if (tipsKey && ((areGranted && !anew) || !existsSync(file))) return

  for (const { staff, passphrase } of officers) await becomeHolder(staff, passphrase)
  if (!tipsKey) {
    const made = await makeRecoveryKey(first.staff, { seen: recoveryKey?.id ?? '', tipsKey: undefined })
    if ('refused' in made) throw new Error(`no recovery key was made: ${made.refused}`)
    writeFileSync(`${file}.part`, JSON.stringify(made.shares, null, 2) + '\n', { mode: 0o600 })
    renameSync(`${file}.part`, file)
    await makeTipsKey(first.staff)
  }
  const shares = JSON.parse(readFileSync(file, 'utf8')) as string[]
  for (const { staff } of officers) await grantByShares(staff, shares.slice(0, 2))
  if (!tipsKey) await takeTips()
}

async function officersAmong(accounts: readonly Account[]): Promise<Officer[]> {
  const officers: Officer[] = []
  for (const { email, tipsPassphrase } of accounts) {
    if (!tipsPassphrase) continue
    const [row] = await as({ as: 'auth' }, (tx) =>
      tx.select({ id: people.id }).from(people).where(eq(people.email, email)),
    )
    const staff = row && (await findStaff(row.id))
    // Who has been given another role meanwhile holds tips no more.
    if (staff && readsTips(staff)) officers.push({ staff, passphrase: tipsPassphrase })
  }
  return officers
}

/** Trial mode takes tips once they can be sealed. */
const takeTips = () =>
  as({ as: 'seed' }, (tx) => tx.update(portalSettings).set({ value: 'open' }).where(eq(portalSettings.name, 'tips')))
