import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** A setting is missing or wrong; the message is one line, fit for the terminal. */
export class SettingsError extends Error {}

const number = (fallback: number, most: number, least = 0) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error).default(fallback)
}

const secret = z.string().min(32, 'must be at least 32 bytes').optional()

/** A host, with its port where that is not the usual one; nothing that says more. */
const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/

const variables = z.object({
  PORT: number(3000, 65535),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
  APP_SECRET: secret,
  APP_SECRET_OLD: secret,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  TRUST_PROXY: number(0, 9),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  // None at all would lock tips again before the first of them is shown.
  TIPS_IDLE_MINUTES: number(30, 720, 1),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an https:// address' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine((hosts) => hosts.every((host) => hostName.test(host)), 'must be host names, separated by commas'),
  CSP_REPORT: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  ROLE: z.enum(['web', 'worker', 'all'], { error: 'must be web, worker or all' }).default('all'),
})

export type SingleSignOn = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Other hosts on which the issuer may keep what it names in its own description. */
  hosts: string[]
}

export type Settings = {
  mode: 'trial' | 'production'
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  baseUrl: string
  appSecret: string
  /** The secret before this one, while what it wrapped may still be there. */
  oldAppSecret: string | undefined
  smtpUrl: string | undefined
  trustProxy: number
  metricsToken: string | undefined
  /** After so many minutes without use, tips are locked again in a session. */
  tipsIdleMinutes: number
  /** Whether browsers are asked to tell what the content security policy stopped. */
  cspReport: boolean
  role: 'web' | 'worker' | 'all'
  /** Where staff can sign in by single sign-on; undefined where they cannot. */
  singleSignOn: SingleSignOn | undefined
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
    oldAppSecret: read.APP_SECRET_OLD,
    smtpUrl: read.SMTP_URL,
    trustProxy: read.TRUST_PROXY,
    metricsToken: read.METRICS_TOKEN,
    tipsIdleMinutes: read.TIPS_IDLE_MINUTES,
    cspReport: read.CSP_REPORT === 'on',
    role: read.ROLE,
    singleSignOn: singleSignOn(read, mode),
  }
}

/** All three or none; and the issuer over https, except in trial mode, where it may stand on the same machine. */
function singleSignOn(read: z.output<typeof variables>, mode: Settings['mode']): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_HOSTS: hosts } = read
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw new SettingsError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed together')
  if (mode === 'production' && !issuer.startsWith('https://'))
    throw new SettingsError('OIDC_ISSUER must be an https:// address')
  return { issuer, clientId, clientSecret, hosts }
}

function trialSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'app-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
