// What `npm start` runs. Plain JavaScript without packages, since it may run on an older Node with nothing installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { takeLock } from './start-lock.js'
import { memoryEnvironment, memoryOptions } from './start-memory.js'
import { nodeOf, prepare } from './start-prepare.js'
import { codeFor, heedSignals, Refusal, stopping } from './start-step.js'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { DATABASE_URL, DATA_DIR, HOST, PORT, ROLE } = process.env
const dataDir = resolve(DATA_DIR || './data')

heedSignals()
process.exitCode = await start().catch((error) => {
  console.error(error instanceof Refusal ? error.message : error)
  return 1
})

/** Everything in its order; answers the exit code. With a database of its own there is no folder to lock. */
async function start() {
  const lock = DATABASE_URL ? undefined : await lockDataDir()
  try {
    if (ROLE !== 'worker') await checkPort()
    await prepare(root)
    if (stopping.signal) return codeFor(stopping.signal)
    return await serve(lock)
  } finally {
    lock?.release()
  }
}

async function lockDataDir() {
  const { lock, holder } = await tryLock()
  if (lock) return lock
  throw new Refusal(
    `The portal already runs on ${dataDir} (process ${holder}): stop it first, or set DATA_DIR to another folder.`,
  )
}

async function tryLock() {
  try {
    makeFolder(dataDir)
    return await takeLock(join(dataDir, 'portal.lock'))
  } catch (error) {
    throw new Refusal(
      `The data folder ${dataDir} cannot be made or written to (${error.code}): set DATA_DIR to one that can.`,
    )
  }
}

/** Step by step: Node's own recursive way never comes back from a place like /proc where nothing can be made. */
function makeFolder(folder) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Sees to it before anything is installed or built that the address is free; the server takes it later. */
async function checkPort() {
  const port = Number(PORT || 3000)
  const host = HOST || '127.0.0.1'
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Refusal(`PORT must be a port number, not ${PORT}.`)
  const probe = createServer()
  const error = await new Promise((settle) => probe.once('error', settle).listen(port, host, () => settle(undefined)))
  if (!error) return new Promise((settle) => probe.close(settle))
  if (error.code === 'EADDRINUSE') throw new Refusal(`Port ${port} is in use: set PORT to another one.`)
  throw new Refusal(`The portal cannot listen on ${host}, port ${port} (${error.code}): set HOST or PORT to others.`)
}

/**
 * Runs the portal until it ends; answers its exit code. It hears of our end through the channel between us, so that it
 * does not outlive us even when we are killed. It has a process group of its own, so that a Ctrl-C in the terminal
 * reaches it once, through us.
 */
async function serve(lock) {
  const server = spawn(nodeOf(root), [...memoryOptions, join('app', 'server.ts')], {
    cwd: root,
    env: { ...memoryEnvironment, ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  stopping.passOn = () => {
    server.kill(stopping.signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
    setTimeout(() => server.kill('SIGKILL'), 30_000).unref()
  }
  if (server.pid) lock?.names(server.pid)

  const code = await new Promise((settle) => {
    server.once('error', () => settle(1))
    server.once('exit', (status, signal) => settle(status ?? codeFor(signal)))
  })
  if (lock && code !== 0) stopOrphan()
  return code
}

/** A portal that fell may have left its database running; nothing we started may stay. */
function stopOrphan() {
  const code = pathToFileURL(join(root, 'db', 'embedded-orphan.server.ts')).href
  const script = `import(${JSON.stringify(code)}).then(({ stopOrphan }) => stopOrphan(${JSON.stringify(dataDir)}))`
  spawnSync(nodeOf(root), ['-e', script], { stdio: ['ignore', 'ignore', 'inherit'] })
}
