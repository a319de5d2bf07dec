import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLock } from './start-lock.js'
import { Refusal, runStep, stopping } from './start-step.js'

/**
 * Installs the packages and builds the portal in the folder `root`, each only when what it is made from has changed
 * since; or only installs. Two starts from the same folder take turns.
 */
export async function prepare(root, { only } = {}) {
  const isReady = () => isInstalled(root) && (only === 'install' || isBuilt(root))
  if (isReady()) return
  const lock = await takeTurn(root)
  try {
    if (!isInstalled(root)) await install(root, lock)
    if (!isReady()) await build(root, lock)
  } finally {
    lock.release()
  }
}

async function takeTurn(root) {
  try {
    mkdirSync(join(root, '.cache'), { recursive: true })
    for (let told = false; ; await pause(200)) {
      const { lock, holder } = await takeLock(join(root, '.cache', 'prepare.lock'))
      if (lock) return lock
      if (!told) console.log(`Waiting for another start (process ${holder}) that is installing or building here …`)
      told = true
      if (stopping.signal) throw new Refusal('Stopped.')
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`The portal must be installed or built first, and ${root} cannot be written to (${error.code}).`)
  }
}

/** Node 24 from the packages: what the portal runs and is built on, whatever Node npm came with. */
export const nodeOf = (root) => join(root, 'node_modules', '.bin', 'node')

const installStamp = (root) => join(root, 'node_modules', '.portal-installed')
const npmsList = (root) => join(root, 'node_modules', '.package-lock.json')

function isInstalled(root) {
  if (!existsSync(nodeOf(root))) return false
  return textOf(installStamp(root)) === digest(root, ['package-lock.json']) || isInstalledByHand(root)
}

/** After an `npm install` by hand: npm's own list of what it put there says the same as the lock file. */
function isInstalledByHand(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(npmsList(root))
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    const found = present[path]
    if (path === '') return true
    return found ? found.version === version && found.integrity === integrity : optional || devOptional
  })
}

function packagesIn(file) {
  const text = textOf(file)
  return text ? JSON.parse(text).packages : {}
}

async function install(root, lock) {
  console.log('Installing packages (the first time only, about a minute) …')
  // Not `npm ci`: it refuses a lock file that lacks another system's optional packages, and takes the packages away
  // under a portal that runs. The versions are the lock file's all the same, and the lock file stays as it is.
  const options = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  // First, so that an install that is cut off does not count as the last one.
  for (const said of [installStamp(root), npmsList(root)]) rmSync(said, { force: true })
  await runStep({
    ...npm(options),
    cwd: root,
    env: process.env,
    onStart: lock.names,
    refusal: 'The packages could not be installed: see above. Mend that and start again.',
  })
  if (stopping.signal) return
  if (!existsSync(nodeOf(root))) {
    throw new Refusal('The packages came without Node 24: npm must be let run install scripts (ignore-scripts=false).')
  }
  stamp(installStamp(root), digest(root, ['package-lock.json']))
}

/** The npm that runs us, where one does; else the one in PATH. */
function npm(options) {
  const running = process.env.npm_execpath
  if (running && /^npm-cli\.\w+$/.test(basename(running))) {
    return { command: process.execPath, options: [running, ...options] }
  }
  return { command: 'npm', options }
}

const buildStamp = (root) => join(root, 'build', '.stamp')

function isBuilt(root) {
  return textOf(buildStamp(root)) === digest(root, sourcesOf(root))
}

async function build(root, lock) {
  if (stopping.signal) return
  console.log('Building the portal (after a change only, under a minute) …')
  const sources = digest(root, sourcesOf(root))
  // First, so that a build that is cut off does not count as the last one.
  rmSync(buildStamp(root), { force: true })
  const programs = join(root, 'node_modules', '.bin')
  await runStep({
    command: nodeOf(root),
    options: [join(programs, 'remix'), 'vite:build', '-c', 'remix.config.js'],
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PATH: `${programs}${delimiter}${process.env.PATH}` },
    onStart: lock.names,
    refusal: 'The portal could not be built: see above.',
  })
  if (!stopping.signal) stamp(buildStamp(root), sources)
}

/** Everything a build is made from, as addresses within `root`. */
function sourcesOf(root) {
  const folders = ['app', 'db', 'locales', 'public'].flatMap((folder) => filesIn(root, folder))
  return [...folders, 'remix.config.js', 'tsconfig.json', 'package.json', 'package-lock.json']
}

function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(root, path) : [path]
  })
}

function digest(root, files) {
  const hash = createHash('sha256')
  for (const file of [...files].sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function stamp(file, text) {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
