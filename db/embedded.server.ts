import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { embeddedAccount, type Account } from './embedded-account.server.ts'
import { embeddedBinaries } from './embedded-binaries.server.ts'
import { embeddedCluster, folderAsSeenBy } from './embedded-cluster.server.ts'
import { clusterName, stopOrphan } from './embedded-orphan.server.ts'
import { plainEnvironment } from './embedded-run.server.ts'

type Embedded = {
  /** Where to connect, as the superuser `portal`, to the database `portal`. */
  url: string
  /** Ends PostgreSQL (a fast shutdown) and resolves when it is gone; may be called more than once. */
  stop: () => Promise<void>
  /** Resolves when PostgreSQL has ended, asked to or not. */
  ended: Promise<void>
}

type Server = { cluster: string; program: string; account: Account; durable: boolean; log: string }

/**
 * Starts a PostgreSQL of our own in `dataDir`, which is made when missing, and keeps all its data there: the cluster in
 * `postgres`, the password in `postgres-password`, the last start's log in `postgres.log`. It listens on 127.0.0.1
 * only, on a free port. The caller must hold the folder alone: a PostgreSQL left there by a killed portal is stopped.
 *
 * `durable: false` is for tests: faster, and not safe against a power cut.
 *
 * As root it runs under an account of its own (see `embeddedAccount`), also when that account can reach neither the
 * clone nor `dataDir`: the programs are then run from a copy (see `embeddedBinaries`), and the cluster, which stays in
 * `dataDir`, is never reached by its address: PostgreSQL is started standing in it (see `folderAsSeenBy`). So a data
 * folder holds everything wherever it lies, can be moved and copied, and no folder's permissions are loosened.
 */
export async function startEmbedded(options: { dataDir: string; durable: boolean }): Promise<Embedded> {
  const { durable } = options
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await stopOrphan(dataDir)

  const account = await embeddedAccount(join(dataDir, 'postgres'))
  const programs = await embeddedBinaries(account)
  const { cluster, password } = await embeddedCluster({ dataDir, programs, account, durable })
  const program = join(programs, 'postgres')
  const { server, port } = await startServer({ cluster, program, account, durable, log: join(dataDir, 'postgres.log') })

  const ended = once(server, 'exit').then(() => undefined)
  const stop = stopper(server, ended)
  const address = `postgres://portal:${password}@127.0.0.1:${port}`
  await makeDatabase(`${address}/postgres`).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url: `${address}/portal`, stop, ended }
}

/** Nothing that a person wrote may reach the log: no errors of statements, no statements, no parameters, no details. */
const silence = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
}

const everywhere = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  ...silence,
}

const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

async function startServer(wanted: Server): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const server = await spawnServer(wanted, port)
    if (await isReady(server, wanted.cluster)) return { server, port }

    const lastWords = (await readFile(wanted.log, 'utf8')).trim()
    // Between our look and its start somebody may have taken the port.
    if (attempt === 5 || !lastWords.includes('could not bind')) {
      throw new Error(`PostgreSQL did not start. Its log, ${wanted.log}, ends with:\n${lastWords.slice(-2000)}`)
    }
  }
}

async function spawnServer({ cluster, program, account, durable, log }: Server, port: number): Promise<ChildProcess> {
  const settings = { ...everywhere, ...(durable ? {} : careless), cluster_name: clusterName(cluster), port }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = await open(log, 'w', 0o600)
  const server = spawn(program, ['-D', folderAsSeenBy(account, cluster), ...options], {
    cwd: cluster,
    env: plainEnvironment,
    stdio: ['ignore', output.fd, output.fd],
    // A Ctrl-C in the terminal is for the portal, which closes its database last.
    detached: true,
    ...account,
  })
  await once(server, 'spawn').finally(() => output.close())
  return server
}

/** Waits until the server takes connections, however long it mends what a crash has left; false when it ends instead. */
async function isReady(server: ChildProcess, cluster: string): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
      (text) => text.split('\n'),
      () => [],
    )
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return true
    await pause(20)
  }
  return false
}

function stopper(server: ChildProcess, ended: Promise<void>): () => Promise<void> {
  // When the process ends without having called stop, PostgreSQL still learns that it is over.
  const atExit = () => server.kill('SIGINT')
  process.once('exit', atExit)
  void ended.then(() => process.off('exit', atExit))

  return async () => {
    server.kill('SIGINT')
    const impatience = setTimeout(() => server.kill('SIGQUIT'), 20_000)
    await ended
    clearTimeout(impatience)
  }
}

async function makeDatabase(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const [existing] = await sql`select 1 from pg_database where datname = 'portal'`
    if (!existing) await sql`create database portal`
  } finally {
    await sql.end()
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No port of 127.0.0.1 is free.')
  return address.port
}
