import type { ShownDue } from './due.server.ts'

const tones: Record<ShownDue['state'], string> = {
  late: 'bg-danger-tint text-danger',
  today: 'bg-sun-tint text-sun',
  later: 'bg-sunken text-ink-soft',
}

/** By when somebody has to act; a day that has passed stands out. */
export const DueMark = ({ due: { text, state } }: { due: ShownDue }) => (
  <span className={`inline-block rounded-card px-3 py-0.5 font-bold ${tones[state]}`}>{text}</span>
)
