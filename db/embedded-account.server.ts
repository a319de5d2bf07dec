import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The system account that PostgreSQL runs under; undefined is our own. */
export type Account = { uid: number; gid: number } | undefined

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so as root it gets an account of its own: the owner of the
 * cluster where there is one already, else the system's `postgres`, which is made when missing. In all other cases it
 * runs as we do, and nothing on the system is touched.
 */
export async function embeddedAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  return (await findAccount()) ?? (await makeAccount())
}

async function findAccount(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', 'postgres']), execute('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** The ways to make a system account, as the distributions spell them; the second is for a group that exists. */
const waysToMake = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
  ['useradd', '--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
  ['adduser', '-S', '-D', '-H', 'postgres'],
] as const

async function makeAccount(): Promise<Account> {
  for (const [command, ...options] of waysToMake) {
    await execute(command, options).catch(() => undefined)
    const made = await findAccount()
    if (made) return made
  }
  throw new Error(
    'PostgreSQL cannot run as root, and the system account "postgres" could not be made: make it, or start as another user.',
  )
}
