import { useTranslation } from 'react-i18next'
import type { Priority } from '#db/schema/submissions.ts'

/** How much it presses, where that is not as usual. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation()
  if (priority === 'normal') return null
  const tone = priority === 'high' ? 'bg-danger-tint text-danger' : 'bg-sunken text-ink-soft'
  return (
    <span className={`inline-block whitespace-nowrap rounded-full px-3 py-0.5 font-bold ${tone}`}>
      {t(`staff:priority.${priority}`)}
    </span>
  )
}
