import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import { useSubmission } from './submission-context.ts'
import { VerbForm } from './verb-form.tsx'

/** That a submission is held or was found to be spam, why it was caught, and the way to say what it is. */
export function HeldNotice() {
  const { t } = useTranslation()
  const { held, spamOn, can } = useSubmission()
  if (spamOn)
    return (
      <Notice tone="wait">
        <div className="flex flex-col gap-3">
          <h2 className="text-xl sm:text-xl">{t('staff:spam.title', { day: spamOn })}</h2>
          <p>{t('staff:spam.lead')}</p>
          <Reasons />
          {can.handle && <VerbForm verb="unmark-spam" quiet submit={t('staff:spam.undo')} />}
        </div>
      </Notice>
    )
  if (!held) return null
  return (
    <Notice tone="wait">
      <div className="flex flex-col gap-3">
        <h2 className="text-xl sm:text-xl">{t('staff:held.title')}</h2>
        <p>{t('staff:held.lead')}</p>
        <Reasons />
        {can.handle && (
          <>
            <div className="flex flex-wrap gap-3">
              <VerbForm verb="release-held" submit={t('staff:held.release')} />
              <MarkSpam label={t('staff:held.spam')} />
            </div>
            <p className="text-ink-soft">{t('staff:held.spamHint')}</p>
          </>
        )}
      </div>
    </Notice>
  )
}

/** Why it was caught, in words. */
function Reasons() {
  const { t } = useTranslation()
  const { caughtFor } = useSubmission()
  if (caughtFor.length === 0) return null
  return (
    <div>
      <p className="font-bold">{t('staff:held.why')}</p>
      <ul className="list-disc ps-5">
        {caughtFor.map((reason) => (
          <li key={reason}>{t(`staff:held.reason.${reason}`)}</li>
        ))}
      </ul>
    </div>
  )
}

function MarkSpam({ label }: { label: string }) {
  const { status } = useSubmission()
  return <VerbForm verb="mark-spam" quiet submit={label} hidden={{ from: status }} />
}

const open = ['received', 'screening', 'in_progress', 'waiting_for_resident', 'reopen_requested']

/** The way to say that something is spam which nothing had caught, folded away. */
export function SpamChoice() {
  const { t } = useTranslation()
  const { held, status } = useSubmission()
  if (held || !open.includes(status)) return null
  return (
    <details className="px-1">
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">{t('staff:spam.choose')}</summary>
      <p className="mb-3 text-ink-soft">{t('staff:held.spamHint')}</p>
      <MarkSpam label={t('staff:spam.mark')} />
    </details>
  )
}
