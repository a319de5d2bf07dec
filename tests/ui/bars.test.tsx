import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BarTable } from '#app/ui/charts/bar-table.tsx'
import { FigureTable } from '#app/ui/charts/figure-table.tsx'
import type { ToldTable } from '#app/ui/charts/told.ts'

const cell = (value: number | null) => ({ value, shown: value === null ? '<5' : String(value) })
const column = (key: string) => ({ key, label: key })

/** A table of figures by organisation, or by whatever. */
const tableOf = (columns: string[], rows: Record<string, (number | null)[]>): ToldTable => ({
  ...{ key: 'any', rowLabel: 'Organisation', columns: columns.map(column) },
  rows: Object.entries(rows).map(([key, values]) => ({ key, label: key, cells: values.map(cell) })),
})

/** How long each bar is that is drawn, in hundredths of the row, by its colour. */
const barsIn = (page: React.ReactNode) =>
  [...renderToStaticMarkup(page).matchAll(/<rect width="([\d.]+)" height="6" class="fill-(?!sunken)(\w+)"/g)].map(
    ([, width, tone]) => [tone, Number(width)],
  )

test('what lies with each organisation is drawn beside its figures, and what is hidden as nothing', () => {
  const table = tableOf(['open', 'old', 'routed'], {
    Polisen: [40, 90, 5],
    Fältenheten: [10, 5, 5],
    SSPF: [null, 5, 5],
  })
  expect(barsIn(<FigureTable table={table} caption="Nu" bars={['accent']} />)).toEqual([
    ['accent', 100],
    ['accent', 25],
    ['accent', 0],
  ])
  expect(barsIn(<FigureTable table={table} caption="Nu" />)).toEqual([])
})

test('what came in and what was answered are drawn by one measure', () => {
  const table = tableOf(['new', 'answered', 'days'], { Hammarkullen: [20, 15, 300], Linnarhult: [5, null, 12] })
  expect(barsIn(<BarTable table={table} caption="Områden" bars={['voice', 'sky']} />)).toEqual([
    ['voice', 100],
    ['sky', 75],
    ['voice', 25],
    ['sky', 0],
  ])
})
