import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Account } from './embedded-account.server.ts'

const execute = promisify(execFile)
const { NODE_ENV, PATH } = process.env

/**
 * What PostgreSQL's programs may see of our environment: nothing that would change its language, clock or defaults
 * (PGPORT, PGOPTIONS, LC_ALL …), and no secret of ours.
 */
export const plainEnvironment = { NODE_ENV, PATH, LC_ALL: 'C', TZ: 'UTC' }

/** Runs one of PostgreSQL's programs to its end in the folder `cwd`; throws with its last words when it fails. */
export async function runEmbedded(
  program: string,
  options: string[],
  { cwd, account }: { cwd: string; account: Account },
) {
  await execute(program, options, { cwd, env: plainEnvironment, ...account }).catch(
    (error: Error & { stderr?: string }) => {
      throw new Error(`${program} failed: ${error.stderr?.trim() || error.message}`)
    },
  )
}
