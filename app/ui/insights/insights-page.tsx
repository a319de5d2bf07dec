import { useTranslation } from 'react-i18next'
import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import { paths } from '#app/paths.ts'
import { BarTable } from '../charts/bar-table.tsx'
import { FigureCard } from '../charts/figure-card.tsx'
import { FigureTable } from '../charts/figure-table.tsx'
import type { ToldTable } from '../charts/told.ts'
import { DividedCard } from './divided-card.tsx'
import { HeatMap, type HeatHexagon } from './heat-map.tsx'
import { InsightsFilters, type ChosenFilter, type InsightsChoices } from './insights-filters.tsx'
import { KeyFigures, type KeyFigure } from './key-figures.tsx'
import { WeeksCard } from './weeks-card.tsx'

type Key = 'weeks' | 'times' | 'areas' | 'categories' | 'languages' | 'hexagons' | 'links' | 'heard' | 'workloads'
type Props = {
  title: string
  lead: string
  counted: string
  filter: ChosenFilter
  choices: InsightsChoices
  figures: KeyFigure[]
  tables: Record<Key, ToldTable>
  /** The weeks as they are named under an axis. */
  weekNames: string[]
  map: BaseMap
  hexagons: HeatHexagon[]
}

/** The figures of what came in, was answered and felt, and where; every chart is a table and a file too. */
export function InsightsPage(props: Props) {
  const { t } = useTranslation()
  const { title, lead, counted, filter, choices, figures, tables, weekNames, map, hexagons } = props
  const fileOf = (key: Key | 'figures') => paths.staffInsightsFile({ ...asked(filter), table: key })
  const card = (key: Key) => ({
    id: `insights-${key}`,
    title: t(`insights:card.${key}.title`),
    hint: t(`insights:card.${key}.hint`),
    file: fileOf(key),
  })
  const bars = (key: Key) => (
    <FigureCard {...card(key)} rest={tables[key].rest}>
      <BarTable table={tables[key]} caption={t(`insights:card.${key}.title`)} bars={['voice', 'sky']} />
    </FigureCard>
  )
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p>{lead}</p>
        <p className="text-sm text-ink-soft">
          {counted} {t('insights:rounded')}
        </p>
      </header>
      <InsightsFilters filter={filter} choices={choices} />
      <KeyFigures figures={figures} file={fileOf('figures')} />
      <div className="grid grid-cols-1 gap-4 sm:gap-6 lg:grid-cols-2 lg:items-start">
        <div className="flex min-w-0 flex-col gap-4 sm:gap-6">
          <WeeksCard
            {...{ ...card('weeks'), table: tables.weeks, names: weekNames }}
            series={[
              { tone: 'voice', as: 'columns' },
              { tone: 'sky', as: 'line' },
            ]}
          />
          {bars('areas')}
          {bars('categories')}
          <DividedCard {...card('links')} table={tables.links} tones={['accent', 'line']} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 sm:gap-6">
          <WeeksCard
            {...{ ...card('times'), table: tables.times, names: weekNames }}
            series={[
              { tone: 'accent', as: 'line' },
              { tone: 'sun', as: 'line' },
            ]}
          />
          <FigureCard {...card('hexagons')} table={tables.hexagons} rest={tables.hexagons.rest}>
            <HeatMap base={map} hexagons={hexagons} labelledBy="insights-hexagons" />
          </FigureCard>
          {bars('languages')}
          <DividedCard {...card('heard')} table={tables.heard} tones={['accent', 'sun', 'voice']} />
        </div>
        <FigureCard {...card('workloads')} rest={tables.workloads.rest} wide>
          <FigureTable table={tables.workloads} caption={t('insights:card.workloads.title')} bars={['accent']} />
        </FigureCard>
      </div>
    </div>
  )
}

const asked = (filter: ChosenFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
