import { Agent, get } from 'node:http'
import postgres from 'postgres'
import { connect, disconnect } from '#db/client.server.ts'
import type { Role } from '#db/schema/staff.ts'
import { makeAccount } from '#app/domain/staff/make-account.server.ts'
import { makeTipRows } from '../support/make-tips.ts'
import { startPortal } from './servers.ts'

const tips = 5000
const requests = 500
const warmUp = 100

/** What those ask for who may not know that there are tips, the public first. */
const addresses: [Role | 'everyone', string][] = [
  ...['/sv', '/sv/submissions', '/sv/submissions/0000-0000', '/sv/follow', '/sv/submit/tip'].map(
    (path): [Role | 'everyone', string] => ['everyone', path],
  ),
  ...['/staff', '/staff/queue', '/staff/submissions/0000-0000', '/staff/tips'].map((path): [Role, string] => [
    'coordinator',
    path,
  ]),
  ['admin', '/staff/outbox'],
  ['analyst', '/staff'],
]

type Compared = { who: string; path: string; without: number; within: number; ratio: number }

/**
 * The medians of 500 answers of a portal without tips and of 500 of one with 5,000, asked in turn; times in
 * milliseconds. The two differ in nothing else: one database is a copy of the other.
 */
export async function measureTips(url: string, secret: string): Promise<{ tips: number; compared: Compared[] }> {
  const password = 'a password for the bench only'
  for (const role of ['coordinator', 'admin', 'analyst'] as const)
    await makeAccount({
      name: role,
      email: `${role}@bench.example`,
      password,
      role,
      organisation: 'goteborg',
      signsAs: { sv: role },
    })
  const other = await copyWithTips(url)
  const portals = await Promise.all([startPortal(url, secret), startPortal(other, secret)])
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const compared: Compared[] = []
    for (const [who, path] of addresses) {
      const ways = await Promise.all(
        portals.map(async ({ address }) => ({
          url: address + path,
          cookie: who === 'everyone' ? '' : await signedIn(address, `${who}@bench.example`, password),
        })),
      )
      const times: [number[], number[]] = [[], []]
      for (let i = 0; i < warmUp + requests; i++)
        // Each goes first as often as the other.
        for (const which of i % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
          const time = await timed(agent, ways[which]!)
          if (i >= warmUp) times[which].push(time)
        }
      const [without, within] = times.map(medianOf) as [number, number]
      compared.push({ who, path, without: rounded(without), within: rounded(within), ratio: rounded(within / without) })
    }
    return { tips, compared }
  } finally {
    agent.destroy()
    await Promise.all(portals.map(({ stop }) => stop()))
  }
}

/** A copy of a database, with tips in it; nobody may be connected while it is made. */
async function copyWithTips(url: string): Promise<string> {
  const [copy, admin] = [new URL(url), new URL(url)]
  const name = copy.pathname.slice(1)
  copy.pathname = `/${name}_tips`
  admin.pathname = '/postgres'
  await disconnect()
  const client = postgres(admin.href, { max: 1, onnotice: () => {} })
  await client.unsafe(`create database ${name}_tips template ${name}`).finally(() => client.end())
  connect(copy.href)
  await makeTipRows(tips)
  await disconnect()
  connect(url)
  return copy.href
}

async function signedIn(address: string, email: string, password: string): Promise<string> {
  const body = new URLSearchParams({ email, password })
  const answer = await fetch(`${address}/staff/sign-in`, { method: 'POST', body, redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (cookies.length === 0) throw new Error(`signing in answered ${answer.status}`)
  return cookies.join('; ')
}

/** How long one answer takes, to its last byte. */
const timed = (agent: Agent, { url, cookie }: { url: string; cookie: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    get(url, { agent, headers: { cookie } }, (answer) => {
      answer.resume().once('end', () => resolve(performance.now() - start))
    }).once('error', reject)
  })

const medianOf = (times: number[]): number => times.sort((one, another) => one - another)[Math.floor(times.length / 2)]!
const rounded = (value: number): number => Number(value.toFixed(3))
