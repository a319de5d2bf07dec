import { useTranslation } from 'react-i18next'
import type { ProgressState } from '#app/domain/commitments/progress.ts'

const looks: Record<ProgressState, { className: string; sign: string }> = {
  'on-pace': { className: 'bg-accent-tint text-accent', sign: '●' },
  reached: { className: 'bg-accent text-on-accent', sign: '✓' },
  behind: { className: 'bg-sun-tint text-sun', sign: '▲' },
  missed: { className: 'bg-danger-tint text-danger', sign: '✕' },
  'no-report': { className: 'border border-dashed border-line-strong text-ink-soft', sign: '○' },
  told: { className: 'bg-sky-tint text-sky', sign: '¶' },
}

/** How a promise goes, in a word and a sign, never by colour alone. */
export function StateBadge({ state }: { state: ProgressState }) {
  const { t } = useTranslation()
  const { className, sign } = looks[state]
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-3 py-0.5 text-sm font-bold ${className}`}
    >
      <span aria-hidden="true">{sign}</span>
      {t(`commitments:state.${state}`)}
    </span>
  )
}
