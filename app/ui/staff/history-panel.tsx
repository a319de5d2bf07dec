import { useTranslation } from 'react-i18next'
import { WrittenText } from '../written-text.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'

/** Where it has been, the oldest first, and what the resident was told. */
export function HistoryPanel() {
  const { t } = useTranslation()
  const { history, createdAt } = useSubmission()
  return (
    <Panel id="history" title={t('staff:history.title')}>
      <ol className="flex flex-col gap-3 border-s-2 border-line ps-4">
        <li>
          <b>{t('staff:status.received')}</b>
          <p className="text-sm text-ink-soft">{createdAt}</p>
        </li>
        {history.map(({ status, reason, at, by }, index) => (
          <li key={index}>
            <b>{t(`staff:status.${status}`)}</b>
            <p className="text-sm text-ink-soft">
              {at}
              {by && ` · ${by}`}
            </p>
            {reason && <WrittenText text={reason} />}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
