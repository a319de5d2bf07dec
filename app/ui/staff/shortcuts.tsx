import { useTranslation } from 'react-i18next'
import { useSubmission } from './submission-context.ts'
import { tellsOfPlans } from './tells-of-plans.ts'

const parts = [
  ...['plans', 'move', 'assign', 'thread', 'alarm', 'public', 'answer', 'notes', 'commitments', 'routings'],
] as const

/** The ways down the page, for who has it on a phone: to what waits, when something does, and to each part. */
export function Shortcuts() {
  const { t } = useTranslation()
  const { plans } = useSubmission()
  const shown = parts.filter((part) => part !== 'plans' || tellsOfPlans(plans))
  return (
    <nav
      aria-label={t('staff:shortcuts.label')}
      className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper py-1 lg:hidden"
    >
      <ul className="scroll-row px-4">
        {shown.map((part) => (
          <li key={part} className="shrink-0">
            <a
              href={`#${part}`}
              className="inline-flex min-h-[2.75rem] items-center rounded-full border border-line bg-surface px-4 no-underline"
            >
              {t(`staff:shortcuts.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
