import type { ShownClock } from './submission-view.server.ts'

type Due = Pick<ShownClock, 'text' | 'state'>

const tones: Partial<Record<Due['state'], string>> = {
  late: 'bg-danger-tint text-danger',
  today: 'bg-sun-tint text-sun',
}

/** By when somebody has to act; a day that has passed stands out. */
export const DueMark = ({ due: { text, state } }: { due: Due }) => (
  <span className={`inline-block rounded-card px-3 py-0.5 font-bold ${tones[state] ?? 'bg-sunken text-ink-soft'}`}>
    {text}
  </span>
)
