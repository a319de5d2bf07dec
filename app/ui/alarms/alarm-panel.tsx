import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import { Panel } from '../staff/panel.tsx'
import { useSubmission } from '../staff/submission-context.ts'
import { VerbForm } from '../staff/verb-form.tsx'

/** One act for who reads that somebody may be in danger now: 112 first, then those on duty. */
export function AlarmPanel() {
  const { t } = useTranslation()
  const { alarms, deskIsSet } = useSubmission()
  const waits = alarms.some(({ takenAt }) => !takenAt)
  return (
    <Panel id="alarm" title={t('alarms:panel.title')}>
      {alarms.map(({ raisedAt, raisedBy, takenAt, takenBy }) => (
        <p key={raisedAt} className={takenAt ? 'text-ink-soft' : 'font-bold text-danger'}>
          {t('alarms:panel.raised', { at: raisedAt, name: raisedBy })}{' '}
          {takenAt ? t('alarms:panel.taken', { at: takenAt, name: takenBy }) : t('alarms:panel.waits')}
        </p>
      ))}
      {waits ? (
        <VerbForm verb="take-alarm" submit={t('alarms:banner.take')} />
      ) : (
        <details>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-danger">
            {t('alarms:panel.choose')}
          </summary>
          <div className="flex flex-col gap-4 pt-2">
            <Notice tone="danger">
              <p className="font-bold">{t('alarms:panel.call')}</p>
              <p>{t(deskIsSet ? 'alarms:panel.reaches' : 'alarms:panel.noDesk')}</p>
            </Notice>
            <VerbForm verb="raise-alarm" submit={t('alarms:panel.submit')} />
          </div>
        </details>
      )}
    </Panel>
  )
}
