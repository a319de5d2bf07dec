import { useTranslation } from 'react-i18next'
import { Panel } from './panel.tsx'
import { NextDayForm } from './next-day-form.tsx'
import { useSubmission } from './submission-context.ts'
import type { ShownClock } from './submission-view.server.ts'

const tones: Record<ShownClock['state'], string> = {
  late: 'border-danger text-danger font-bold',
  today: 'border-sun text-sun font-bold',
  later: 'border-accent',
  done: 'border-line text-ink-soft',
  still: 'border-voice text-ink-soft',
}

/** By when it is read, answered and taken further; what has passed its day stands out. */
export function ClocksPanel() {
  const { t } = useTranslation()
  const { clocks } = useSubmission()
  if (clocks.length === 0) return null
  return (
    <Panel id="clocks" title={t('staff:clocks.title')}>
      <dl className="flex flex-col gap-3">
        {clocks.map(({ name, text, state }) => (
          <div key={name} className={`border-s-[4px] ps-3 ${tones[state]}`}>
            <dt className="text-sm font-normal text-ink-soft">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <NextDayForm />
    </Panel>
  )
}
