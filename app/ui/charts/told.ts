/** A figure: as a number where it can be drawn, in few signs, and in words where those say more. */
export type Cell = { value: number | null; shown: string; words?: string }

export type Row = { key: string; label: string; cells: Cell[] }

/** What a chart draws, and its table and its file say. */
export type ToldTable = {
  key: string
  /** What the rows are. */
  rowLabel: string
  columns: { key: string; label: string }[]
  rows: Row[]
  /** In words: of which rows nothing is shown. They stand in the file, and not in the table. */
  rest?: string | undefined
}

/** The rows of which anything is shown. */
export const shownRows = ({ rows, rest }: ToldTable): Row[] =>
  rest ? rows.filter(({ cells }) => cells.some(({ value }) => value !== null)) : rows

/** The colours of a series, by what they mean everywhere in the portal. */
export const tones = {
  voice: { fill: 'fill-voice', stroke: 'stroke-voice' },
  sky: { fill: 'fill-sky', stroke: 'stroke-sky' },
  accent: { fill: 'fill-accent', stroke: 'stroke-accent' },
  sun: { fill: 'fill-sun', stroke: 'stroke-sun' },
  line: { fill: 'fill-line-strong', stroke: 'stroke-line-strong' },
} as const
export type Tone = keyof typeof tones

/** The most that the first `count` columns say of any row, and at least 1: as long as a bar can be. */
export const mostIn = (rows: Row[], count: number): number =>
  Math.max(1, ...rows.flatMap(({ cells }) => cells.slice(0, count).map(({ value }) => value ?? 0)))
