import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeTrialAccounts } from './make-trial-accounts.server.ts'

/** Fills a new trial database with example data and accounts, once. */
export async function makeExample(dataDir: string): Promise<void> {
  const accountsFile = join(dataDir, 'trial-accounts.json')
  if (existsSync(accountsFile)) return
  await makeTrialAccounts(accountsFile)
}
