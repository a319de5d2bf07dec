import { useTranslation } from 'react-i18next'
import { WrittenText } from '../written-text.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'

/** Where it has been, the oldest first, and what the resident was told. */
export function HistoryPanel() {
  const { t } = useTranslation()
  const { history, handovers, createdAt } = useSubmission()
  return (
    <Panel id="history" title={t('staff:history.title')}>
      <ol className="flex flex-col gap-3 border-s-2 border-line ps-4">
        <li>
          <b>{t('staff:status.received')}</b>
          <p className="text-sm text-ink-soft">{createdAt}</p>
        </li>
        {history.map(({ status, reason, outside, at, by }, index) => (
          <li key={index}>
            <b>{t(`staff:status.${status}`)}</b>
            <p className="text-sm text-ink-soft">
              {at}
              {by && ` · ${by}`}
            </p>
            {outside && <p>{t('handling:redirect.sentTo', { name: outside })}</p>}
            {reason && <WrittenText text={reason} />}
          </li>
        ))}
      </ol>
      {handovers.map(({ from, to, registrationNumber, at }) => (
        <p key={at} className="rounded-control bg-sky-tint p-4">
          <b>{t('handling:handOver.was', { from: t(`staff:authority.${from}`), to: t(`staff:authority.${to}`) })}</b>{' '}
          {registrationNumber && t('handling:handOver.had', { number: registrationNumber })}{' '}
          <span className="text-sm text-ink-soft">{at}</span>
        </p>
      ))}
    </Panel>
  )
}
