import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'portal-start-'))
const clone = join(folder, 'clone')
const dataDir = join(folder, 'data')
const launchers: Launcher[] = []
let port: number

type Launcher = { process: ChildProcess; output: string[]; ended: Promise<number | null> }

/** A clone of its own, with the packages in place, so that nothing else is built anew or meets half a build. */
function makeClone() {
  const files = ['package.json', 'package-lock.json', '.npmrc', 'remix.config.js', 'tsconfig.json']
  for (const part of ['app', 'db', 'locales', 'public', ...files]) {
    cpSync(join(root, part), join(clone, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
}

/** Runs the launcher, or npm around it, as a person at a terminal would: nothing of the tests' environment is passed. */
function launch(environment: Record<string, string> = {}, command = 'node app/cli/start.js'): Launcher {
  const { PATH, HOME, NODE_ENV } = process.env
  const env = { PATH, HOME, NODE_ENV, PORT: String(port), DATA_DIR: dataDir, ...environment }
  const [program, ...options] = command.split(' ')
  const child = spawn(program!, options, { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => output.push(part))
  const launcher = { process: child, output, ended: once(child, 'close').then(([code]) => code as number | null) }
  launchers.push(launcher)
  return launcher
}

async function isReady(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.status === 200,
    () => false,
  )
}

/** Launches and waits for the portal; it is never waited for longer than `seconds`. */
async function launchAndWait({ seconds = 15, command }: { seconds?: number; command?: string } = {}) {
  const launcher = launch({}, command)
  const ready = vi.waitUntil(isReady, { timeout: seconds * 1000, interval: 50 })
  const failed = launcher.ended.then(() => Promise.reject(new Error(launcher.output.join(''))))
  await Promise.race([ready, failed])
  return launcher
}

/** The three long-lived processes of a portal in trial mode. */
function running() {
  const lock = JSON.parse(readFileSync(join(dataDir, 'portal.lock'), 'utf8'))
  return { launcher: Number(lock.pid), server: Number(lock.child.pid), database: postmaster()[0] }
}

function postmaster(): [id: number, port: number] {
  const lines = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  return [Number(lines[0]), Number(lines[3])]
}

function database() {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8')
  const url = `postgres://portal:${password}@127.0.0.1:${postmaster()[1]}/portal`
  return postgres(url, { max: 1, onclose: () => undefined })
}

const isAlive = (id: number) => {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

/** Where nothing that was started may be left: no process, no lock, and the port free for the next. */
async function expectNothingLeft(started: ReturnType<typeof running>) {
  expect(Object.entries(started).filter(([, id]) => isAlive(id))).toEqual([])
  expect(existsSync(join(dataDir, 'portal.lock'))).toBe(false)
  await close(await occupy(port))
}

async function occupy(wanted: number): Promise<Server> {
  const server = createServer().listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function close(server: Server) {
  server.close()
  await once(server, 'close')
}

/** A refused start: not zero, one line, and that line holds what it is about. */
async function expectRefusal(launcher: Launcher, about: string) {
  expect(await launcher.ended).toBe(1)
  const lines = launcher.output.join('').trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(about)
}

beforeAll(async () => {
  makeClone()
  const probe = await occupy(0)
  port = (probe.address() as { port: number }).port
  await close(probe)
  const first = await launchAndWait({ seconds: 300 })
  const sql = database()
  await sql`create table kept as select 'kvar' as word`
  await sql.end()
  first.process.kill('SIGTERM')
  await first.ended
}, 310_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

afterEach(async () => {
  for (const { process, ended } of launchers.splice(0)) {
    process.kill('SIGTERM')
    await ended
  }
})

async function expectDataKept() {
  const sql = database()
  expect(await sql`select word from kept`).toEqual([{ word: 'kvar' }])
  await sql.end()
}

test('a start after which nothing has changed neither installs nor builds', async () => {
  const { output } = await launchAndWait()
  expect(output.join('')).not.toMatch(/Installing|Building/)
})

test('a build that was cut off does not count as built', async () => {
  writeFileSync(join(clone, 'public', 'new.txt'), 'a change')
  const { process: cutOff, output, ended } = launch()
  const lock = join(clone, '.cache', 'prepare.lock')
  const child = await vi.waitUntil(() => existsSync(lock) && JSON.parse(readFileSync(lock, 'utf8')).child, 15_000)
  cutOff.kill('SIGKILL')
  process.kill(-child.pid, 'SIGKILL')
  await ended
  expect(output.join('')).toContain('Building')

  const next = await launchAndWait({ seconds: 120 })
  expect(next.output.join('')).toContain('Building')
}, 150_000)

test('a second start on the same data is refused, and the first goes on', async () => {
  await launchAndWait()
  await expectRefusal(launch(), 'already runs')
  await expectRefusal(launch({ PORT: '0' }), 'already runs')
  expect(await isReady()).toBe(true)
  await expectDataKept()
})

test('of two starts at the same moment one runs and the other is refused', async () => {
  const both = [launch(), launch()]
  await vi.waitUntil(isReady, { timeout: 15_000 })
  const refused = await Promise.race(both.map(async (launcher) => launcher.ended.then(() => launcher)))
  await expectRefusal(refused, 'already runs')
  expect(await isReady()).toBe(true)
})

test('a port in use is told before anything is touched', async () => {
  const other = await occupy(port)
  await expectRefusal(launch(), `Port ${port} is in use`)
  expect(existsSync(join(dataDir, 'portal.lock'))).toBe(false)
  await close(other)
  await launchAndWait()
})

test('a port that is no port is refused', async () => {
  await expectRefusal(launch({ PORT: 'three thousand' }), 'PORT must be a port number')
})

test('a data folder that is a file is refused, and the file is left as it is', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, 'a letter')
  await expectRefusal(launch({ DATA_DIR: file }), file)
  await expectRefusal(launch({ DATA_DIR: join(file, 'data') }), file)
  expect(readFileSync(file, 'utf8')).toBe('a letter')
})

test.runIf(process.platform === 'linux')('a data folder that cannot be written to is refused', async () => {
  // Not even root can make anything there.
  await expectRefusal(launch({ DATA_DIR: '/proc/portal/data' }), '/proc/portal/data')
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends everything that was started', async (signal) => {
  const launcher = await launchAndWait()
  const started = running()
  launcher.process.kill(signal)
  expect(await launcher.ended).toBe(0)
  await expectNothingLeft(started)
})

test('Ctrl-C in the terminal, which all processes there hear, ends everything that was started', async () => {
  const launcher = await launchAndWait()
  const started = running()
  process.kill(-launcher.process.pid!, 'SIGINT')
  process.kill(-launcher.process.pid!, 'SIGINT')
  expect(await launcher.ended).toBe(0)
  await expectNothingLeft(started)
})

test('SIGTERM to npm ends everything that was started', async () => {
  const launcher = await launchAndWait({ command: 'npm start' })
  const started = running()
  launcher.process.kill('SIGTERM')
  await launcher.ended
  await expectNothingLeft(started)
})

test('after everything was killed the next start takes over with all data', async () => {
  const { ended } = await launchAndWait()
  for (const id of Object.values(running())) process.kill(id, 'SIGKILL')
  await ended

  await launchAndWait()
  await expectDataKept()
})

test('after all but the database was killed the next start takes over with all data', async () => {
  const { ended } = await launchAndWait()
  const { launcher, server, database: orphan } = running()
  process.kill(launcher, 'SIGKILL')
  process.kill(server, 'SIGKILL')
  await ended
  expect(isAlive(orphan)).toBe(true)

  await launchAndWait()
  expect(running().database).not.toBe(orphan)
  await expectDataKept()
})

test('when only the launcher is killed the portal ends by itself, and the next start waits for that', async () => {
  const { ended } = await launchAndWait()
  const { launcher, server } = running()
  process.kill(launcher, 'SIGKILL')
  const next = launch()
  await ended
  await vi.waitUntil(async () => existsSync(join(dataDir, 'postgres', 'postmaster.pid')) && (await isReady()), 15_000)
  expect(running().launcher).toBe(next.process.pid)
  expect(running().server).not.toBe(server)
  await expectDataKept()
})

test('when the portal itself falls its database is stopped and the exit code tells', async () => {
  const launcher = await launchAndWait()
  const started = running()
  process.kill(started.server, 'SIGKILL')
  expect(await launcher.ended).toBe(137)
  await vi.waitUntil(() => !isAlive(started.database), 10_000)
  await expectNothingLeft(started)
})
