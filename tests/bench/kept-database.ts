import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, disconnect } from '#db/client.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedReference } from '#db/seeds/seed-reference.server.ts'
import { makeExample } from '#app/cli/make-example.server.ts'
import { fillDatabase } from './fill-database.ts'
import { queuePeople } from './measure-queue.ts'

/**
 * A database with so many submissions, in a folder that is kept: filled when it is not there, or was filled by other
 * migrations or another filling than these. Gives its address and how to stop it.
 */
export async function keptDatabase(dataDir: string, rows: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const [mark, wanted] = [join(dataDir, 'filled'), `${rows} ${filling()}`]
  const isFilled = existsSync(mark) && readFileSync(mark, 'utf8') === wanted
  if (!isFilled) rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  process.env.DATA_DIR = dataDir
  const running = await startEmbedded({ dataDir, durable: true })
  if (isFilled) return running
  await migrate(running.url)
  connect(running.url)
  await seedReference()
  await makeExample(dataDir)
  await queuePeople()
  await fillDatabase(running.url, rows)
  await disconnect()
  writeFileSync(mark, wanted)
  return running
}

/** What the rows follow from, as a hash. */
function filling(): string {
  const hash = createHash('sha256')
  for (const file of [...globSync('db/migrations/*.sql').sort(), ...globSync('tests/bench/{bench-*,fill-*}.ts').sort()])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}
