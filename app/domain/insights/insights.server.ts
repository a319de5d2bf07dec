import { cellToParent } from 'h3-js'
import { and, eq, gte, lte, max, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { as, type Tx } from '#db/client.server.ts'
import { answerTimes, countedWeeks, weeklyCounts, weeklyHexagons } from '#db/schema/insights.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf, type Day } from '../submissions/working-days.server.ts'
import { daysWithin } from './answer-days.server.ts'
import { inFives, shareOf } from './in-fives.ts'
import type { InsightsFilter } from './input.server.ts'
import { visibleFigures } from './visible-figures.server.ts'
import { mondayOf, weeksAfter, weeksBetween } from './weeks.ts'
import { workloadsOf } from './workloads.server.ts'

/**
 * The figures that a member of staff sees under a filter, of the weeks that end with the one of `now`. No exact count
 * leaves here: each is told in fives (`inFives`), times only where ten answers carry them.
 */
export function insightsOf(staff: Staff, filter: InsightsFilter, now = new Date()) {
  const last = mondayOf(dayOf(now))
  const weeks = weeksBetween(weeksAfter(last, 1 - filter.weeks), last)
  return as(staff, async (tx) => {
    const asked = { staff, filter, weeks }
    const [counts, times] = [await countsBy(tx, asked), await timesBy(tx, asked)]
    const told = (part: Part, key: string) => figuresOf(counts.get(`${part} ${key}`), times.get(`${part} ${key}`))
    const listed = (part: Part) => keysOf(counts, part).map((key) => ({ key, ...told(part, key) }))
    const [counted] = await tx.select({ at: max(countedWeeks.countedAt) }).from(countedWeeks)
    return {
      countedAt: counted?.at ?? undefined,
      whole: told('all', ''),
      weeks: weeks.map((week) => ({ week, ...told('week', week) })),
      areas: listed('areaCode'),
      categories: listed('category'),
      languages: listed('language'),
      hexagons: await hexagonsOf(tx, asked),
      workloads: await workloadsOf(tx, staff, filter),
    }
  })
}

export type Insights = Awaited<ReturnType<typeof insightsOf>>
export type Figures = ReturnType<typeof figuresOf>

type Asked = { staff: Staff; filter: InsightsFilter; weeks: Day[] }
type Table = typeof weeklyCounts | typeof answerTimes | typeof weeklyHexagons

/** The condition of a filter on a table of figures. */
function narrowedTo(table: Table, { staff, filter, weeks }: Asked): SQL | undefined {
  const { authority, area, category, language } = filter
  return and(
    visibleFigures(staff, table),
    gte(table.week, weeks[0]!),
    lte(table.week, weeks.at(-1)!),
    authority && eq(table.authority, authority),
    area ? eq(table.areaCode, area) : undefined,
    category && eq(table.category, category),
    language && eq(table.language, language),
  )
}

const parts = ['week', 'areaCode', 'category', 'language'] as const
type Part = (typeof parts)[number] | 'all'

/** All the ways in which figures are gathered, in one reading: by each part, and as a whole. */
function gathered(table: Table, beside?: AnyPgColumn) {
  const sets = [...parts.map((part) => [table[part]]), []].map((columns) => {
    const all = beside ? [...columns, beside] : columns
    return sql`(${sql.join(
      all.map((column) => sql`${column}`),
      sql`, `,
    )})`
  })
  const [week, areaCode, category, language] = parts.map((part) => table[part])
  return {
    /** Which of them a row belongs to: a bit for each part that it is not told by. */
    bits: sql<number>`grouping(${week}, ${areaCode}, ${category}, ${language})`,
    key: sql<string>`coalesce(${week}::text, ${areaCode}, ${category}, ${language}, '')`,
    sets: sql`grouping sets (${sql.join(sets, sql`, `)})`,
  }
}

const partOfBits = new Map<number, Part>([
  ...([
    [7, 'week'],
    [11, 'areaCode'],
    [13, 'category'],
    [14, 'language'],
    [15, 'all'],
  ] as const),
])
const nameOf = ({ bits, key }: { bits: number; key: string }) => `${partOfBits.get(bits)} ${key}`

const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::int`

async function countsBy(tx: Tx, asked: Asked) {
  const { bits, key, sets } = gathered(weeklyCounts)
  const { received, linked, answered, heardYes, heardPartly, heardNo } = weeklyCounts
  const rows = await tx
    .select({
      ...{ bits, key, received: sum(received), linked: sum(linked), answered: sum(answered) },
      ...{ heardYes: sum(heardYes), heardPartly: sum(heardPartly), heardNo: sum(heardNo) },
    })
    .from(weeklyCounts)
    .where(narrowedTo(weeklyCounts, asked))
    .groupBy(sets)
  return new Map(rows.map((row) => [nameOf(row), row]))
}

async function timesBy(tx: Tx, asked: Asked) {
  const { bits, key, sets } = gathered(answerTimes, answerTimes.days)
  const rows = await tx
    .select({ bits, key, days: answerTimes.days, count: sum(answerTimes.count) })
    .from(answerTimes)
    .where(narrowedTo(answerTimes, asked))
    .groupBy(sets)
  return Map.groupBy(rows, nameOf)
}

type Counts = Omit<Awaited<ReturnType<typeof countsBy>> extends Map<string, infer Row> ? Row : never, 'bits' | 'key'>

const nothing: Counts = { received: 0, linked: 0, answered: 0, heardYes: 0, heardPartly: 0, heardNo: 0 }

function figuresOf(counts: Counts = nothing, times: { days: number; count: number }[] = []) {
  const [received, linked] = [inFives(counts.received), inFives(counts.linked)]
  return {
    received,
    answered: inFives(counts.answered),
    linked,
    unlinked: inFives(counts.received - counts.linked),
    linkedShare: shareOf(linked, received),
    heard: {
      yes: inFives(counts.heardYes),
      partly: inFives(counts.heardPartly),
      no: inFives(counts.heardNo),
    },
    median: daysWithin(0.5, times),
    ninth: daysWithin(0.9, times),
  }
}

const keysOf = (counts: Map<string, unknown>, part: Part): string[] =>
  [...counts.keys()].filter((name) => name.startsWith(`${part} `)).map((name) => name.slice(part.length + 1))

/** Of those that lie in hexagons so many must be shown, or wider ones are drawn. */
const leastShown = 0.6

/**
 * Those with most first. One that holds fewer than five is not told of at all: that something came from it is a figure
 * too. Where most would be hidden they are gathered in hexagons of resolution 7, some 2.4 km wide.
 */
async function hexagonsOf(tx: Tx, asked: Asked): Promise<{ cell: string; count: number }[]> {
  const rows = await tx
    .select({ cell: weeklyHexagons.cell, count: sum(weeklyHexagons.count) })
    .from(weeklyHexagons)
    .where(narrowedTo(weeklyHexagons, asked))
    .groupBy(weeklyHexagons.cell)
  const all = rows.reduce((total, { count }) => total + count, 0)
  const shown = rows.reduce((total, { count }) => total + (inFives(count) ?? 0), 0)
  const drawn = shown >= leastShown * all ? rows : gatheredInWards(rows)
  return drawn
    .flatMap(({ cell, count: exact }) => {
      const count = inFives(exact)
      return count === null ? [] : [{ cell, count }]
    })
    .sort((one, other) => other.count - one.count || (one.cell < other.cell ? -1 : 1))
}

const wardResolution = 7

function gatheredInWards(rows: { cell: string; count: number }[]): { cell: string; count: number }[] {
  const wards = Map.groupBy(rows, ({ cell }) => cellToParent(cell, wardResolution))
  return [...wards].map(([cell, inside]) => ({ cell, count: inside.reduce((total, { count }) => total + count, 0) }))
}
