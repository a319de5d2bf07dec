import { useTranslation } from 'react-i18next'
import type { Stage } from '#app/domain/dialogues/stages.ts'

const looks: Record<Stage, { className: string; sign: string }> = {
  'not-open': { className: 'bg-sky-tint text-sky', sign: '○' },
  open: { className: 'bg-accent-tint text-accent', sign: '●' },
  full: { className: 'bg-sun-tint text-sun', sign: '◐' },
  closed: { className: 'border border-dashed border-line-strong text-ink-soft', sign: '–' },
  postponed: { className: 'bg-sun-tint text-sun', sign: '▲' },
  cancelled: { className: 'bg-danger-tint text-danger', sign: '✕' },
  held: { className: 'border border-line-strong text-ink-soft', sign: '✓' },
}

/** Where a dialogue stands, in words and a sign, never by colour alone. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const { className, sign } = looks[stage]
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-3 py-0.5 text-sm font-bold ${className}`}>
      <span aria-hidden="true">{sign}</span>
      {t(`dialogues:stage.${stage}`)}
    </span>
  )
}
