import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, disconnect } from '#db/client.server.ts'
import { keptDatabase } from './kept-database.ts'
import { measureClicks } from './measure-clicks.ts'
import { measureQueue } from './measure-queue.ts'

/*
 * `npm run bench:triage [-- --rows 10000,100000,1000000 --keep FOLDER --clicks]`: prints JSON. How long staff wait for the queue, a
 * search and a case at each size, one call after the other on a warm cache, and how much longer at the largest than at the
 * smallest. The databases are filled in `FOLDER/bench-ROWS` and kept there for the next time, or else thrown away. With
 * `--clicks` also how long it takes in a browser, of what `npm run build` has built, from a click to the text of a case.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000,100000,1000000' },
    keep: { type: 'string' },
    clicks: { type: 'boolean' },
  },
})
const sizes = values.rows.split(',').map((rows) => Math.min(Number(rows), 2_000_000))
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'portal-bench-'))
process.env.APP_SECRET = 'a secret for the bench only: m2Vx8QpLr5TzKd9W'

type Measured = Awaited<ReturnType<typeof measureQueue>>
const measured: [number, Measured][] = []
const clicks: [number, unknown][] = []
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
    if (values.clicks) clicks.push([rows, await measureClicks(place)])
  }
  console.log(
    JSON.stringify(
      {
        sizes: Object.fromEntries(measured),
        growth: growthOf(measured),
        ...(values.clicks && { clicks: Object.fromEntries(clicks) }),
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
