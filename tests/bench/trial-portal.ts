import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, untilItAnswers } from './servers.ts'

/** A portal of the bench, and the cookie of a coordinator who is signed in there. */
export type TrialPortal = { address: string; cookie: string; stop: () => Promise<void> }

/** Starts the portal in trial mode over the database in a folder of data, and signs a coordinator in. */
export async function trialPortal(dataDir: string): Promise<TrialPortal> {
  const port = await freePort()
  const { DATABASE_URL, BASE_URL, HOST, ROLE, ...kept } = process.env
  const env = { ...kept, NODE_ENV: 'production' as const, PORT: String(port), DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['app/server.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const { address, stop } = await untilItAnswers(child, `http://localhost:${port}`, '/readyz')
  const accounts = JSON.parse(readFileSync(join(dataDir, 'trial-accounts.json'), 'utf8')) as Record<string, string>[]
  const { email = '', password = '' } = accounts.find(({ role }) => role === 'coordinator') ?? {}
  const answer = await fetch(`${address}/staff/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: { Origin: address },
    redirect: 'manual',
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (answer.status === 302 && cookie) return { address, cookie, stop }
  await stop()
  throw new Error(`signing in answered ${answer.status}`)
}
