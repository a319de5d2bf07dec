import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { databaseUrl } from './database-url.ts'
import { openTips } from './open-tips.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * One real portal in trial mode for the whole run, on a free port, with a data folder of its own. It is started as a
 * person starts it, which builds what has changed; with BUILD_DIR set, the build that is there is taken as it is.
 */
export default async function setup() {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-browser-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const portal = start(dataDir, port)
  await ready(url, portal)
  const sql = postgres(databaseUrl(dataDir), { max: 1 })
  await openTips(sql)
  await sql.end()
  process.env.PORTAL_URL = url
  process.env.PORTAL_DATA_DIR = dataDir
  return async () => {
    await stop(portal)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function start(dataDir: string, port: number): ChildProcess {
  const program = process.env.BUILD_DIR ? 'app/server.ts' : 'app/cli/start.js'
  // One proxy is believed, so that each test can come from an address of its own and has its own limits.
  const { DATABASE_URL, BASE_URL, HOST, ROLE, npm_lifecycle_event, ...kept } = process.env
  const env = { ...kept, NODE_ENV: 'production' as const, PORT: String(port), DATA_DIR: dataDir, TRUST_PROXY: '1' }
  return spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function ready(url: string, portal: ChildProcess): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await pause(100)) {
    if (portal.exitCode !== null) throw new Error(`the portal ended with code ${portal.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
  }
  await stop(portal)
  throw new Error('the portal was not ready within five minutes')
}

async function stop(portal: ChildProcess): Promise<void> {
  if (portal.exitCode !== null) return
  const ended = new Promise((resolve) => portal.once('exit', resolve))
  portal.kill('SIGTERM')
  await ended
}
