import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { AlarmPanel } from '../alarms/alarm-panel.tsx'
import { ChildReportPanel } from '../child-reports/child-report-panel.tsx'
import { MergedPanel } from '../handling/merged-panel.tsx'
import { WaysOn } from '../handling/ways-on.tsx'
import { Notice } from '../notice.tsx'
import { useFreshened } from './ahead.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { AssignPanel } from './assign-panel.tsx'
import { CaseWays } from './case-ways.tsx'
import { ClocksPanel } from './clocks-panel.tsx'
import { CommitmentsPanel } from './commitments-panel.tsx'
import { HeldNotice, SpamChoice } from './held-notice.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { LiveCase } from './live-case.tsx'
import { MovePanel } from './move-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { OriginalText } from './original-text.tsx'
import { PlansPanel } from './plans-panel.tsx'
import { PublicPanel } from './public-panel.tsx'
import { RoutingsPanel } from './routings-panel.tsx'
import { SecrecyPanel } from './secrecy-panel.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { useSubmission } from './submission-context.ts'
import { SubmissionHead } from './submission-head.tsx'
import { Thread } from './thread.tsx'
import { WithdrawPanel } from './withdraw-panel.tsx'

/** One submission with all that can be done to it. Every verb's own address shows this page too. */
export function SubmissionPage() {
  const { t } = useTranslation()
  useFreshened()
  const { ref, done, can, original, acts, sealAt } = useSubmission()
  return (
    <div className="flex flex-col gap-6">
      <CaseWays />
      <LiveCase />
      {done && (
        <div className="sticky top-3 z-[2]">
          <Notice tone="done" role="status">
            {t(`staff:done.${done}`)}
          </Notice>
        </div>
      )}
      <SubmissionHead />
      <HeldNotice />
      {!can.handle && original && <p className="max-w-text text-ink-soft">{t('staff:submission.readOnly')}</p>}
      {can.disclose && (
        <p>
          <a className="button-quiet" href={paths.staffDisclose(ref)}>
            {t('staff:submission.disclose')}
          </a>
        </p>
      )}
      {can.handle && <Shortcuts />}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex flex-col gap-6">
          <OriginalText />
          <MergedPanel />
          <Thread />
        </div>
        <div className="flex flex-col gap-6">
          <ClocksPanel />
          {can.handle && <MovePanel />}
          {can.handle && <AssignPanel />}
          {can.handle && <AlarmPanel />}
          {acts && <ChildReportPanel />}
          {can.handle && <WaysOn />}
          {can.handle && <SpamChoice />}
          {sealAt && (
            <p>
              <a href={sealAt}>{t('staff:submission.seal')}</a>
            </p>
          )}
          {!can.handle && <NotesPanel />}
          <SecrecyPanel />
        </div>
      </div>
      {can.handle && <PlansPanel />}
      <PublicPanel />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex flex-col gap-6">
          <AnswerPanel />
          {can.handle && <NotesPanel />}
        </div>
        <div className="flex flex-col gap-6">
          <CommitmentsPanel />
          {acts && <RoutingsPanel />}
          <WithdrawPanel />
          <HistoryPanel />
        </div>
      </div>
    </div>
  )
}
