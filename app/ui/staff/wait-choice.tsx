import { useTranslation } from 'react-i18next'
import { useSubmission } from './submission-context.ts'

/** Whether the submission waits for the resident's answer once the message is sent; only what is in progress can. */
export function WaitChoice({ checked }: { checked: boolean }) {
  const { t } = useTranslation()
  const { status } = useSubmission()
  if (status !== 'in_progress') return null
  return (
    <label className="flex min-h-[2.75rem] items-center gap-3">
      <input type="checkbox" name="wait" value="yes" defaultChecked={checked} className="h-5 w-5 accent-accent" />
      {t('staff:reply.wait')}
    </label>
  )
}
