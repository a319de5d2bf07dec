import { useTranslation } from 'react-i18next'
import { useSubmission } from './submission-context.ts'

/** Whether the submission waits for the resident's answer once the message is sent, where it can. */
export function WaitChoice({ checked }: { checked: boolean }) {
  const { t } = useTranslation()
  const { canWait } = useSubmission()
  if (!canWait) return null
  return (
    <label className="flex min-h-[2.75rem] items-center gap-3">
      <input type="checkbox" name="wait" value="yes" defaultChecked={checked} className="h-5 w-5 accent-accent" />
      {t('staff:reply.wait')}
    </label>
  )
}
