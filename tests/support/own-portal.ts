import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { vi } from 'vitest'
import { memoryEnvironment, memoryOptions } from '../../app/cli/start-memory.js'
import { databaseUrl } from './database-url.ts'

const root = dirname(dirname(import.meta.dirname))

/** A portal in trial mode that one test file has for itself, from the build that is there. */
export type OwnPortal = {
  url: string
  port: number
  /** Where its database, its secret and its accounts lie. */
  dataDir: string
  sql: postgres.Sql
  /** What it has written to its log. */
  log(): string
  /** The most memory that its process has held, in MB; Linux only. */
  mostMemory(): number
  /** The files that it has open under the folder for what is passing, by the names they had; Linux only. */
  passingFiles(): string[]
  /** An account of trial mode, by its role. */
  account(this: void, role: string): { email: string; password: string }
  /** Ends it; `keep` leaves its folder, for the next one to start on. */
  stop(how?: { keep: boolean }): Promise<void>
}

type Wanted = { folder?: string; environment?: Record<string, string> }

export const newPortalFolder = (): string => mkdtempSync(join(tmpdir(), 'portal-own-'))

export async function startOwnPortal({ folder = newPortalFolder(), environment }: Wanted = {}): Promise<OwnPortal> {
  const [dataDir, passing] = [join(folder, 'data'), join(folder, 'passing')]
  mkdirSync(passing, { recursive: true })
  const port = await freePort()
  const { PATH, HOME, BUILD_DIR } = process.env
  const env = { PATH, HOME, ...(BUILD_DIR ? { BUILD_DIR } : {}), NODE_ENV: 'production' as const, TMPDIR: passing }
  const child = spawn(process.execPath, [...memoryOptions, 'app/server.ts'], {
    cwd: root,
    env: { ...memoryEnvironment, ...env, ...environment, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => written.push(part))
  const url = `http://127.0.0.1:${port}`
  await vi.waitUntil(() => isReady(url, child, written), { timeout: 110_000, interval: 100 })
  const sql = postgres(databaseUrl(dataDir), { max: 2, onclose: () => undefined })
  const inProcess = (path: string) => `/proc/${child.pid}/${path}`
  return {
    ...{ url, port, dataDir, sql },
    log: () => written.join(''),
    mostMemory: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(inProcess('status'), 'utf8'))?.[1]) / 1024,
    passingFiles: () => [
      ...readdirSync(passing),
      ...openFiles(inProcess('fd')).filter((file) => file.startsWith(passing)),
    ],
    account(role) {
      const accounts = JSON.parse(readFileSync(join(dataDir, 'trial-accounts.json'), 'utf8')) as Account[]
      return accounts.find((one) => one.role === role)!
    },
    async stop({ keep } = { keep: false }) {
      await sql.end({ timeout: 1 })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGTERM')) await ended
      if (!keep) rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Account = { role: string; email: string; password: string }

async function isReady(url: string, child: ChildProcess, written: string[]): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`the portal ended: ${written.join('')}`)
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** What each open file of a process is called; one that was closed meanwhile is left out. */
const openFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))]
    } catch {
      return []
    }
  })

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
