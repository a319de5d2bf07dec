import { useTranslation } from 'react-i18next'
import type { Status } from '#db/schema/submissions.ts'

const tones: Record<Status, string> = {
  received: 'bg-sun-tint text-sun',
  screening: 'bg-sun-tint text-sun',
  reopen_requested: 'bg-sun-tint text-sun',
  in_progress: 'bg-accent-tint text-accent',
  waiting_for_resident: 'bg-voice-tint text-voice',
  answered: 'bg-sky-tint text-sky',
  closed: 'bg-sunken text-ink-soft',
  redirected: 'bg-sunken text-ink-soft',
  merged: 'bg-sunken text-ink-soft',
  not_pursued: 'bg-sunken text-ink-soft',
}

/** Where a submission stands, in the words of the staff; what waits for us has the colour of the sun. */
export function StatusMark({ status }: { status: Status }) {
  const { t } = useTranslation()
  return (
    <span className={`inline-block whitespace-nowrap rounded-full px-3 py-0.5 font-bold ${tones[status]}`}>
      {t(`staff:status.${status}`)}
    </span>
  )
}
