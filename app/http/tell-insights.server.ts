import { cellToBoundary, cellToLatLng } from 'h3-js'
import { categories } from '#db/schema/submissions.ts'
import type { LatLon } from '#app/domain/areas/base-map.server.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { whereIs } from '#app/domain/areas/where-is.server.ts'
import { daysToldOneByOne, moreDays } from '#app/domain/insights/answer-days.server.ts'
import type { Figures, Insights } from '#app/domain/insights/insights.server.ts'
import { weekNumber } from '#app/domain/insights/weeks.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatNumber, formatTime } from '#app/i18n/format.server.ts'
import { languageNames } from '#app/i18n/language-names.ts'
import type { Language } from '#app/i18n/languages.ts'

/** A figure: as a number where it can be drawn, in few signs, and in words where those say more. */
type Cell = { value: number | null; shown: string; words?: string }
type Row = { key: string; label: string; cells: Cell[] }
type ToldTable = {
  key: string
  rowLabel: string
  columns: { key: string; label: string }[]
  rows: Row[]
  rest: string | undefined
}

export const tableKeys = [
  ...([
    'figures',
    'weeks',
    'times',
    'areas',
    'categories',
    'languages',
    'hexagons',
    'links',
    'heard',
    'workloads',
  ] as const),
] as const
export type TableKey = (typeof tableKeys)[number]

/** The tables of figures in words, each also what a chart draws and a file holds. */
export async function tellInsights(
  language: Language,
  staff: Staff,
  insights: Insights,
): Promise<Record<TableKey, ToldTable>> {
  const t = words(language)
  const [count, days] = [countIn(language), daysIn(language)]
  const table = (key: TableKey, columns: readonly string[], rows: Row[]): ToldTable => ({
    ...{ key, rowLabel: t(`insights:row.${key}`), rows, rest: restOf(language, key, rows) },
    columns: columns.map((column) => ({ key: column, label: t(`insights:column.${column}`) })),
  })
  const usual = ['received', 'answered', 'median', 'ninth'] as const
  const usualCells = (one: Figures) => [count(one.received), count(one.answered), days(one.median), days(one.ninth)]
  const listed = (key: TableKey, names: Name[], figures: (Figures & { key: string })[]) =>
    table(key, usual, withMostFirst(names.map((name) => ({ ...name, cells: usualCells(findIn(figures, name.key)) }))))
  const weekRows = (cells: (one: Figures) => Cell[]) =>
    insights.weeks.map((one) => ({ key: one.week, label: tellWeek(language, one.week), cells: cells(one) }))
  const { linked, unlinked, heard } = insights.whole
  const rowsOf = (part: string, counts: Record<string, number | null>) =>
    Object.entries(counts).map(([key, value]) => ({ key, label: t(`insights:${part}.${key}`), cells: [count(value)] }))
  const workloadColumns = ['open', 'unassigned', 'waiting', 'old', 'routed'] as const
  return {
    figures: table(
      'figures',
      ['value'],
      keyFigures(language, insights).map(({ cell, ...row }) => ({ ...row, cells: [cell] })),
    ),
    weeks: table(
      'weeks',
      ['received', 'answered'],
      weekRows((one) => [count(one.received), count(one.answered)]),
    ),
    times: table(
      'times',
      ['median', 'ninth'],
      weekRows((one) => [days(one.median), days(one.ninth)]),
    ),
    areas: listed('areas', await areaNames(staff), insights.areas),
    categories: listed('categories', categoryNames(language), insights.categories),
    languages: listed('languages', ownNames, insights.languages),
    hexagons: table('hexagons', ['received'], await hexagonRows(language, insights)),
    links: table('links', ['count'], rowsOf('link', { linked, unlinked })),
    heard: table('heard', ['count'], rowsOf('felt', heard)),
    workloads: table(
      'workloads',
      workloadColumns,
      insights.workloads.map((one) => ({
        ...{ key: one.slug, label: one.organisation },
        cells: workloadColumns.map((column) => count(one[column])),
      })),
    ),
  }
}

/** In these tables what is hidden throughout is named under the table, not row by row. */
const gathered: readonly TableKey[] = ['areas', 'categories', 'languages', 'workloads']

function restOf(language: Language, key: TableKey, rows: Row[]): string | undefined {
  const hidden = gathered.includes(key) ? rows.filter(({ cells }) => cells.every(({ value }) => value === null)) : []
  if (hidden.length === 0) return undefined
  return words(language)('insights:rest', {
    names: formatList(
      language,
      hidden.map(({ label }) => label),
    ),
  })
}

type Name = { key: string; label: string }

const nothing: Figures = {
  ...{ received: null, answered: null, linked: null, unlinked: null, linkedShare: null, median: null, ninth: null },
  heard: { yes: null, partly: null, no: null },
}
const findIn = (figures: (Figures & { key: string })[], key: string): Figures =>
  figures.find((one) => one.key === key) ?? nothing

/** Of those that are hidden none is told to have more than another. */
const withMostFirst = (rows: Row[]): Row[] =>
  [...rows].sort((one, other) => (other.cells[0]?.value ?? 0) - (one.cells[0]?.value ?? 0))

async function areaNames({ areas }: Staff): Promise<Name[]> {
  const all = await districtAreas()
  return all
    .filter(({ code }) => areas.length === 0 || areas.includes(code))
    .map(({ code, name }) => ({ key: code, label: name }))
}

const categoryNames = (language: Language): Name[] =>
  categories.map((key) => ({ key, label: words(language)(`categories:${key}`) }))

const ownNames: Name[] = writtenLanguages.map((key) => ({ key, label: languageNames[key] }))

/** "v. 48, 2026": the year goes with it, since weeks of two years may stand in one table. */
const tellWeek = (language: Language, monday: string): string =>
  words(language)('insights:week', { week: weekNumber(monday), day: formatDay(language, monday) })

/** "v. 48", under an axis. */
export const shortWeek = (language: Language, monday: string): string =>
  words(language)('insights:weekShort', { week: weekNumber(monday) })

/** A count in fives; fewer than five in words. */
export const countIn =
  (language: Language) =>
  (value: number | null): Cell => {
    const t = words(language)
    if (value === null) return { value, shown: t('insights:few.shown'), words: t('insights:few.words') }
    return { value, shown: formatNumber(language, value) }
  }

/** A number of days, or what it is at most; too few answers tell none. */
export const daysIn =
  (language: Language) =>
  (value: number | null): Cell => {
    const t = words(language)
    if (value === null) return { value, shown: '–', words: t('insights:tooFew') }
    if (value <= daysToldOneByOne) return { value, shown: formatNumber(language, value) }
    const part = value === moreDays ? 'more' : 'atMost'
    const count = value === moreDays ? value - 1 : value
    return {
      value,
      shown: t(`insights:days.${part}.shown`, { count }),
      words: t(`insights:days.${part}.words`, { count }),
    }
  }

/** Each hexagon by the square or stop that lies nearest to its middle, those with most first. */
async function hexagonRows(language: Language, { hexagons }: Insights): Promise<Row[]> {
  const count = countIn(language)
  return Promise.all(
    hexagons.map(async ({ cell, count: value }) => {
      const found = await whereIs(...cellToLatLng(cell))
      const label = [found?.near, found?.area.name ?? words(language)('insights:atTheEdge')].filter(Boolean).join(', ')
      return { key: cell, label, cells: [count(value)] }
    }),
  )
}

const rounded = ([lat, lon]: [number, number]): LatLon => [Math.round(lat * 1e4) / 1e4, Math.round(lon * 1e4) / 1e4]

/** The hexagons of the heat map: their corners, and how much of the most each has; none where too few lie in it. */
export function drawHexagons({ hexagons }: Insights) {
  const most = Math.max(1, ...hexagons.map(({ count }) => count))
  return hexagons.map(({ cell, count }) => ({
    ...{ key: cell, count, share: Math.round((100 * count) / most) / 100 },
    corners: cellToBoundary(cell).map(rounded),
  }))
}

/** A figure in a file: a plain number, or why there is none. */
export const plainFigure = ({ value, shown, words: said }: Cell): string =>
  said ?? (value === null ? shown : String(value))

/** When the figures were counted, or that they have not been yet. */
export function countedAt(language: Language, { countedAt: at }: Insights): string {
  const t = words(language)
  if (!at) return t('insights:notCounted')
  return t('insights:counted', { day: formatDay(language, at), time: formatTime(language, at) })
}

/** The figures of the whole that matter most. */
export function keyFigures(language: Language, { whole }: Insights) {
  const t = words(language)
  const [count, days] = [countIn(language), daysIn(language)]
  const { linkedShare } = whole
  const percent = t('insights:percent', { share: linkedShare })
  // In a file too the sign stands with it, since the figures beside it are none of a hundred.
  const share: Cell =
    linkedShare === null
      ? { value: null, shown: '–', words: t('insights:tooFew') }
      : { value: linkedShare, shown: percent, words: percent }
  const figures = {
    ...{ received: count(whole.received), answered: count(whole.answered) },
    ...{ median: days(whole.median), ninth: days(whole.ninth), linkedShare: share },
  }
  return Object.entries(figures).map(([key, cell]) => ({ key, cell, label: t(`insights:figure.${key}`) }))
}
