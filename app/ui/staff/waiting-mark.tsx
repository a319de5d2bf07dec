import { useTranslation } from 'react-i18next'
import type { submissions } from '#db/schema/submissions.ts'

type Props = Pick<typeof submissions.$inferSelect, 'waiting'>

/** That a case waits for somebody outside, or is back from waiting since its day has come; nothing for any other. */
export function WaitingMark({ waiting }: Props) {
  const { t } = useTranslation()
  if (waiting === null) return null
  const tone = waiting === 'back' ? 'bg-sun-tint text-sun' : 'bg-sunken text-ink-soft'
  return (
    <span className={`inline-block rounded-full px-3 py-0.5 font-bold ${tone}`}>{t(`staff:waiting.${waiting}`)}</span>
  )
}
