import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipHolders, tipsKeyGrants } from '#db/schema/tips.ts'
import { makeTrialAccounts, trialAddress } from '#app/cli/make-trial-accounts.server.ts'
import { makeTrialHolders } from '#app/cli/make-trial-holders.server.ts'
import { signpostTips } from '#app/cli/set-tips.server.ts'
import { isGranted } from '#app/domain/tips/holders.server.ts'
import { tipsAreTaken } from '#app/domain/tips/tips-are-taken.server.ts'
import { findStaff } from '#app/domain/staff/queries.server.ts'
import { unwrapUnder } from '#app/sealing/passphrases.ts'
import { withoutKeys } from '../support/new-holders.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'portal-holders-'))
const file = (name: string) => join(dataDir, name)
beforeAll(withoutKeys)
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await signpostTips()
  await withoutKeys()
})

/** The trial officers: whether they can open tips, and whether the passphrase in the file is theirs. */
async function officers() {
  const accounts = JSON.parse(readFileSync(file('trial-accounts.json'), 'utf8')) as Record<string, string>[]
  return Promise.all(
    [trialAddress('officer'), trialAddress('officer', 2)].map(async (email) => {
      const [row] = await as({ as: 'seed' }, (tx) =>
        tx
          .select({ id: people.id, wrapped: tipHolders.wrappedSecret })
          .from(people)
          .leftJoin(tipHolders, eq(tipHolders.staffId, people.id))
          .where(eq(people.email, email)),
      )
      const passphrase = accounts.find((account) => account.email === email)?.tipsPassphrase ?? ''
      const opens = (await unwrapUnder(passphrase, row?.wrapped ?? '')) !== undefined
      return { id: row!.id, opens, granted: await isGranted((await findStaff(row!.id))!) }
    }),
  )
}

test('the two trial officers hold tips from the start, and the paper shares lie where only their owner reads them', async () => {
  await makeTrialAccounts(file('trial-accounts.json'))
  await makeTrialHolders(dataDir, { anew: true })
  expect(await officers()).toMatchObject([
    { opens: true, granted: true },
    { opens: true, granted: true },
  ])
  expect(statSync(file('trial-recovery-shares.json')).mode & 0o777).toBe(0o600)
  expect(await tipsAreTaken()).toBe(true)
})

test('a second start keeps all of it, and accounts made anew come with new passphrases that open as much', async () => {
  const shares = readFileSync(file('trial-recovery-shares.json'), 'utf8')
  await makeTrialHolders(dataDir, { anew: false })
  await makeTrialAccounts(file('trial-accounts.json'))
  await makeTrialHolders(dataDir, { anew: true })
  expect(await officers()).toMatchObject([
    { opens: true, granted: true },
    { opens: true, granted: true },
  ])
  expect(readFileSync(file('trial-recovery-shares.json'), 'utf8')).toBe(shares)
})

test('a start that was killed between the officers is completed by the next', async () => {
  const [, second] = await officers()
  await as({ as: 'seed' }, (tx) => tx.delete(tipsKeyGrants).where(inArray(tipsKeyGrants.staffId, [second!.id])))
  await makeTrialHolders(dataDir, { anew: false })
  expect((await officers()).every(({ opens, granted }) => opens && granted)).toBe(true)
})
