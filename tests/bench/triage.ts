import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, disconnect } from '#db/client.server.ts'
import { keptDatabase } from './kept-database.ts'
import { measureClicks } from './measure-clicks.ts'
import { measurePages } from './measure-pages.ts'
import { measureQueue } from './measure-queue.ts'
import { trialPortal } from './trial-portal.ts'

/*
 * `npm run bench:triage [-- --rows 10000,100000,1000000 --keep FOLDER --pages]`: prints JSON. How long the database takes for
 * the queue, a search and a case at each size, one call after the other on a warm cache, and how much longer at the largest than at the
 * smallest. The databases are filled in `FOLDER/bench-ROWS` and kept there for the next time, or else thrown away. With
 * `--pages` also how long the portal that `npm run build` has built takes for the whole of these pages, and how long it is in
 * a browser from a click to the text of a case.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000' },
    keep: { type: 'string' },
    pages: { type: 'boolean' },
  },
})
const sizes = values.rows.split(',').map((rows) => Math.min(Number(rows), 2_000_000))
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'portal-bench-'))
process.env.APP_SECRET = 'a secret for the bench only: m2Vx8QpLr5TzKd9W'

type Measured = Awaited<ReturnType<typeof measureQueue>>
const measured: [number, Measured][] = []
const pages: [number, unknown][] = []
try {
  for (const rows of sizes) {
    const place = join(folder, `bench-${nameOf(rows)}`)
    const { url, stop } = await keptDatabase(place, rows)
    try {
      connect(url)
      measured.push([rows, await measureQueue()])
      await disconnect()
    } finally {
      await stop()
    }
    if (values.pages) pages.push([rows, await whatIsWaitedFor(place)])
  }
  console.log(
    JSON.stringify(
      {
        sizes: Object.fromEntries(measured),
        growth: growthOf(measured),
        isWithin: withinLimits(measured),
        ...(values.pages && { pages: Object.fromEntries(pages) }),
      },
      null,
      2,
    ),
  )
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}

// What queued the jobs of the examples keeps a clock of its own, which would go on for ever.
process.exit()

/** 10k, 1m. */
function nameOf(rows: number): string {
  if (rows % 1_000_000 === 0) return `${rows / 1_000_000}m`
  return rows % 1000 === 0 ? `${rows / 1000}k` : String(rows)
}

/** How many times as long, and how many milliseconds longer, the 95th of a hundred waits at the largest size. */
function growthOf(all: [number, Measured][]) {
  const [[, smallest], [, largest]] = [all[0]!, all.at(-1)!]
  return Object.fromEntries(
    (['queue', 'search', 'open'] as const).map((what) => {
      const [from, to] = [smallest[what].p95, largest[what].p95]
      return [what, { times: Number((to / from).toFixed(2)), milliseconds: Number((to - from).toFixed(1)) }]
    }),
  )
}

/** What 95 of 100 wait at most at any size, in milliseconds. */
function withinLimits(all: [number, Measured][]) {
  const [limits, growth] = [{ queue: 50, search: 100, open: 50 }, growthOf(all)]
  return Object.fromEntries(
    (['queue', 'search', 'open'] as const).map((what) => {
      const { times, milliseconds } = growth[what]!
      const isQuick = all.every(([, at]) => at[what].p95 < limits[what])
      return [what, { quick: isQuick, flat: times <= 1.5 || milliseconds <= 5 }]
    }),
  )
}

async function whatIsWaitedFor(dataDir: string) {
  const portal = await trialPortal(dataDir)
  try {
    return { answers: await measurePages(portal), clicks: await measureClicks(portal) }
  } finally {
    await portal.stop()
  }
}
