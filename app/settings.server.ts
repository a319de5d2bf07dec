import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** A setting is missing or wrong; the message is one line, fit for the terminal. */
export class SettingsError extends Error {}

const number = (fallback: number, max: number) =>
  z.coerce.number({ error: 'must be a whole number' }).int().min(0).max(max).default(fallback)

const variables = z.object({
  PORT: number(3000, 65535),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
  APP_SECRET: z.string().min(32, 'must be at least 32 bytes').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  TRUST_PROXY: number(0, 9),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  ROLE: z.enum(['web', 'worker', 'all'], { error: 'must be web, worker or all' }).default('all'),
})

export type Settings = {
  mode: 'trial' | 'production'
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  baseUrl: string
  appSecret: string
  smtpUrl: string | undefined
  trustProxy: number
  metricsToken: string | undefined
  role: 'web' | 'worker' | 'all'
}

let known: Settings | undefined

/** The settings of this process, read and checked once. Throws SettingsError with one clear line. */
export const settings = (): Settings => (known ??= readSettings(process.env))

/**
 * Reads the environment. Without DATABASE_URL it is trial mode, where APP_SECRET is made once and kept in DATA_DIR;
 * with it production, which refuses a missing or weak value.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SettingsError(`${issue?.path.join('.')} ${issue?.message}`)
  }
  const read = parsed.data
  const mode = read.DATABASE_URL ? 'production' : 'trial'
  if (mode === 'production') {
    for (const name of ['APP_SECRET', 'BASE_URL', 'SMTP_URL'] as const) {
      if (!read[name]) throw new SettingsError(`${name} is needed when DATABASE_URL is set`)
    }
    if (new Set(read.APP_SECRET).size < 10)
      throw new SettingsError('APP_SECRET is too weak: make it with a random generator')
  }
  const dataDir = resolve(read.DATA_DIR)
  return {
    mode,
    port: read.PORT,
    host: read.HOST,
    dataDir,
    databaseUrl: read.DATABASE_URL,
    baseUrl: (read.BASE_URL ?? `http://localhost:${read.PORT}`).replace(/\/$/, ''),
    appSecret: read.APP_SECRET ?? trialSecret(dataDir),
    smtpUrl: read.SMTP_URL,
    trustProxy: read.TRUST_PROXY,
    metricsToken: read.METRICS_TOKEN,
    role: read.ROLE,
  }
}

function trialSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'app-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
