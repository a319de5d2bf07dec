import { tones, type Tone } from './told.ts'

type Props = { entries: { key: string; label: string; tone: Tone; as?: 'columns' | 'line' }[] }

/** Which colour and shape stands for what. */
export function Legend({ entries }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {entries.map(({ key, label, tone, as = 'columns' }) => (
        <li key={key} className="flex items-center gap-2">
          <svg viewBox="0 0 16 12" aria-hidden="true" className={`h-3 w-4 ${tones[tone].fill}`}>
            {as === 'line' ? (
              <rect y="4" width="16" height="4" rx="2" />
            ) : (
              <rect x="2" width="12" height="12" rx="2" fillOpacity="0.85" />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
