import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The address of the database of a running portal in trial mode. */
export function databaseUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8')
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://portal:${password}@127.0.0.1:${port}/portal`
}
