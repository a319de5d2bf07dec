import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The name a cluster's processes carry in their command line. It follows the folder, not its address, so that it stays
 * when DATA_DIR is moved and differs when DATA_DIR is copied.
 */
export function clusterName(cluster: string): string {
  return `portal-${statSync(cluster, { bigint: true }).ino}`
}

/**
 * Stops what is left of a PostgreSQL on this data folder after its portal was killed: a fast shutdown, and a kill when
 * that has not helped within 20 seconds. The caller holds the lock on the folder, so nobody else can be using it.
 * Processes are known by the cluster's name, never by a number alone: a number may have gone to somebody else since.
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const cluster = join(resolve(dataDir), 'postgres')
  if (!existsSync(cluster)) return
  const orphans = () => processesOf(clusterName(cluster))

  const postmaster = postmasterOf(cluster)
  if (postmaster && orphans().includes(postmaster)) signal(postmaster, 'SIGINT')
  if (!(await gone(orphans, 20))) orphans().forEach((id) => signal(id, 'SIGKILL'))
  if (!(await gone(orphans, 5)))
    throw new Error(`The PostgreSQL left in ${cluster} cannot be stopped: stop it by hand.`)

  // Its number may by now be somebody else's, and PostgreSQL would then take that for itself and refuse to start.
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

function postmasterOf(cluster: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** Numbers of the live PostgreSQL processes that carry the name; the dead that nobody has collected have none. */
function processesOf(name: string): number[] {
  const ours = new RegExp(`(^|/)postgres[:\\s\\0].*\\b${name}\\b`, 's')
  return commandLines()
    .filter(([, line]) => ours.test(line))
    .map(([id]) => id)
}

function commandLines(): [number, string][] {
  if (process.platform !== 'linux') {
    const list = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n')
    return list.map((line) => [Number.parseInt(line, 10), line])
  }
  const ids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))
  return ids.map((id) => [Number(id), commandLine(id)])
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return '' // It has ended since it was listed.
  }
}

function signal(id: number, name: NodeJS.Signals) {
  try {
    process.kill(id, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function gone(orphans: () => number[], seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; orphans().length > 0; await pause(50)) {
    if (Date.now() > end) return false
  }
  return true
}
