import { useTranslation } from 'react-i18next'
import { FigureCard } from '../charts/figure-card.tsx'
import { Legend } from '../charts/legend.tsx'
import { SeriesChart } from '../charts/series-chart.tsx'
import type { Tone, ToldTable } from '../charts/told.ts'

type Props = {
  id: string
  title: string
  hint: string
  file: string
  /** A row is a week, a column a series. */
  table: ToldTable
  names: string[]
  series: { tone: Tone; as: 'columns' | 'line' }[]
}

/** What happened week by week. */
export function WeeksCard({ table, names, series, ...card }: Props) {
  const { t } = useTranslation()
  const { columns, rows } = table
  const drawn = columns.map(({ key, label }, n) => ({
    ...{ key, label, tone: series[n]?.tone ?? 'line', as: series[n]?.as ?? 'line' },
    values: rows.map(({ cells }) => cells[n]?.value ?? null),
  }))
  const places = rows.map(({ label, cells }, n) => ({
    name: names[n] ?? '',
    words: `${label}: ${columns.map((column, c) => `${column.label} ${cells[c]?.words ?? cells[c]?.shown}`).join(', ')}`,
  }))
  return (
    <FigureCard {...card} table={table}>
      {drawn.some(({ values }) => values.some((value) => value !== null)) ? (
        <>
          <Legend entries={drawn} />
          <SeriesChart labelledBy={card.id} series={drawn} places={places} />
        </>
      ) : (
        <p className="rounded-control bg-sunken p-4">{t('insights:tooFewEachWeek')}</p>
      )}
    </FigureCard>
  )
}
