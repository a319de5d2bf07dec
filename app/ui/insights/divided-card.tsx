import { FigureCard } from '../charts/figure-card.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import type { Tone, ToldTable } from '../charts/told.ts'

type Props = { id: string; title: string; hint: string; file: string; table: ToldTable; tones: Tone[] }

/** How a whole is divided, as a bar with the figures beside its colours. */
export function DividedCard({ table, tones, ...card }: Props) {
  const parts = table.rows.map(({ key, label, cells }, n) => ({
    ...{ key, tone: tones[n] ?? 'line', value: cells[0]?.value ?? null },
    label: `${label}: ${cells[0]?.words ?? cells[0]?.shown}`,
  }))
  return (
    <FigureCard {...card} table={table}>
      <ShareBar parts={parts} labelledBy={card.id} />
    </FigureCard>
  )
}
