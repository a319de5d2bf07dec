import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, disconnect } from '#db/client.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedReference } from '#db/seeds/seed-reference.server.ts'
import { makeExample } from '#app/cli/make-example.server.ts'
import { fillDatabase } from './fill-database.ts'
import { measureInsert } from './measure-insert.ts'
import { measureQueue } from './measure-queue.ts'
import { measureSimilar } from './measure-similar.ts'
import { measureTips } from './measure-tips.ts'
import { bytesOf, loadPage, loadSubmit } from './load.ts'
import { startBare, startPortal } from './servers.ts'

/*
 * `npm run bench [-- --rows N --seconds S]`: prints JSON. Each page is measured at 32 connections on one process, beside
 * a bare node:http server that sends the same bytes and, for POST, beside a raw single-row INSERT through the same
 * driver, all in one run, so that the ratios say something on any machine; then how long it takes to find what is known
 * already, and to give staff the queue, a search and a case (`triage`), and whether an answer takes longer where there
 * are tips that nobody may know of. All traffic stays on loopback, and the run ends by itself.
 */
const { values } = parseArgs({
  options: { rows: { type: 'string', default: '0' }, seconds: { type: 'string', default: '5' } },
})
const seconds = Math.min(Number(values.seconds), 60)
const rows = Math.min(Number(values.rows), 2_000_000)
const paths = {
  home: '/sv',
  list: '/sv/submissions',
  commitment: '/sv/commitments/hot-spot-patrols-2026',
  form: '/sv/submit/concern',
}

const dataDir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
const stops: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })]
const round = (ratio: number): number => Number(ratio.toPrecision(2))

try {
  const secret = 'a secret for the bench only: m2Vx8QpLr5TzKd9W'
  Object.assign(process.env, { APP_SECRET: secret, DATA_DIR: dataDir })
  const { url, stop } = await startEmbedded({ dataDir, durable: true })
  stops.unshift(stop)
  await migrate(url)
  connect(url)
  stops.unshift(disconnect)
  await seedReference()
  await makeExample(dataDir)
  if (rows > 0) await fillDatabase(url, rows)

  const portal = await startPortal(url, secret)
  stops.unshift(portal.stop)
  const pages: Record<string, unknown> = {}
  for (const [name, path] of Object.entries(paths)) {
    const bare = await startBare(await bytesOf(portal.address + path))
    const beside = await loadPage(bare.address, seconds).finally(bare.stop)
    const own = await loadPage(portal.address + path, seconds)
    pages[name] = { ...own, bare: beside, ratio: round(own.requestsPerSecond / beside.requestsPerSecond) }
  }
  const submit = await loadSubmit(`${portal.address}/sv/submit/concern`, seconds)
  const insert = await measureInsert(url, seconds)
  const ratio = round(submit.requestsPerSecond / insert.perSecond)
  const similar = await measureSimilar()
  const triage = await measureQueue()
  await portal.stop()
  const invisible = await measureTips(url, secret)
  const measured = {
    rows,
    seconds,
    connections: 32,
    pages,
    submit: { ...submit, insert, ratio },
    similar,
    triage,
    invisible,
  }
  console.log(JSON.stringify(measured, null, 2))
} finally {
  for (const stop of stops) await stop()
}

// What queued the jobs of the examples keeps a clock of its own, which would go on for ever.
process.exit()
