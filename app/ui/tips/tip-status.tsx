import { useTranslation } from 'react-i18next'
import type { TipStatus } from '#db/schema/tips.ts'

const tones: Record<TipStatus, string> = {
  received: 'bg-sun-tint text-sun',
  opened: 'bg-accent-tint text-accent',
  closed: 'bg-sunken text-ink-soft',
}

/** Where a tip stands. */
export function TipStatusMark({ status }: { status: TipStatus }) {
  const { t } = useTranslation()
  return (
    <span className={`inline-block whitespace-nowrap rounded-full px-3 py-0.5 font-bold ${tones[status]}`}>
      {t(`tips:status.${status}`)}
    </span>
  )
}
