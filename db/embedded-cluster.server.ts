import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './embedded-account.server.ts'
import { runEmbedded } from './embedded-run.server.ts'

type Place = { dataDir: string; programs: string; account: Account; durable: boolean }

/**
 * What PostgreSQL is told about where its folder is. Under an account of its own it may not be able to walk there (the
 * data folder is closed to others), so it is started inside the folder and knows it as "where I stand".
 */
export function folderAsSeenBy(account: Account, folder: string): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/**
 * The cluster's folder and the superuser's password (kept in `postgres-password`, 0600); both are made at the first
 * start. A cluster appears whole or not at all: a start that was killed half-way leaves nothing that counts.
 */
export async function embeddedCluster(place: Place): Promise<{ cluster: string; password: string }> {
  const cluster = join(place.dataDir, 'postgres')
  const exists = existsSync(join(cluster, 'PG_VERSION'))
  const password = await keptPassword(join(place.dataDir, 'postgres-password'), exists)
  if (!exists) await makeCluster(cluster, password, place)
  return { cluster, password }
}

async function keptPassword(file: string, clusterExists: boolean): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  if (clusterExists) throw new Error(`${file} is missing; without it the database cannot be opened: put it back.`)

  const password = randomBytes(24).toString('hex')
  await writeFile(`${file}.new`, password, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  return password
}

async function makeCluster(cluster: string, password: string, { dataDir, programs, account, durable }: Place) {
  await clearHalfMade(dataDir)
  const work = await mkdtemp(join(dataDir, 'postgres.new-'))
  const half = join(work, 'cluster')
  await mkdir(half, { mode: 0o700 })
  await writeFile(join(work, 'password'), password, { mode: 0o600 })
  if (account) {
    for (const ours of [work, half, join(work, 'password')]) await chown(ours, account.uid, account.gid)
  }

  const seen = folderAsSeenBy(account, half)
  const options = [...clusterOptions, `--pgdata=${seen}`, `--pwfile=${seen}/../password`]
  await runEmbedded(join(programs, 'initdb'), durable ? options : [...options, '--no-sync'], { cwd: half, account })
  await rename(half, cluster)
  if (durable) await syncFolder(dataDir)
  await rm(work, { recursive: true })
}

/** Sorted and folded by rules built into PostgreSQL, so that an index means the same on every system. */
const clusterOptions = [
  '--username=portal',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
  '--no-instructions',
]

async function clearHalfMade(dataDir: string) {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'))
  for (const name of left) await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10 })
}

/** Puts the folder's list of names on the disk, so that a power cut cannot undo the rename. */
async function syncFolder(folder: string) {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
