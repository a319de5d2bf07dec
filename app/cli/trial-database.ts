import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the database of a portal that runs in trial mode on this data folder listens; undefined when none runs. */
export function trialDatabase(dataDir: string): string | undefined {
  const [password, running] = ['postgres-password', 'postgres/postmaster.pid'].map((file) => join(dataDir, file))
  if (!existsSync(password!) || !existsSync(running!)) return undefined
  const port = readFileSync(running!, 'utf8').split('\n')[3]
  return `postgres://portal:${readFileSync(password!, 'utf8').trim()}@127.0.0.1:${port}/portal`
}
