import { useTranslation } from 'react-i18next'
import type { ChildReportReceiver } from '#db/schema/child-reports.ts'
import { Field } from '../field.tsx'
import { Choice } from '../staff/choice.tsx'
import { Panel } from '../staff/panel.tsx'
import { useSubmission } from '../staff/submission-context.ts'
import { VerbForm } from '../staff/verb-form.tsx'

const receivers = ['nordost', 'on-call', 'elsewhere'] as const satisfies readonly ChildReportReceiver[]

/** That a report of concern about a child was made because of the case, what the duty to make one is, and the way to note it. */
export function ChildReportPanel() {
  const { t } = useTranslation()
  const { childReports, can } = useSubmission()
  if (!can.handle && childReports.length === 0) return null
  return (
    <Panel id="child-report" title={t('child-reports:title')}>
      {childReports.map(({ id, on, receiver, signedAs }) => (
        <p key={id} className="rounded-control bg-sunken p-4">
          {t('child-reports:made', { day: on, receiver: t(`child-reports:receiver.${receiver}`) })}
          <span className="block text-sm text-ink-soft">{signedAs}</span>
        </p>
      ))}
      {can.handle && (
        <details>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('child-reports:choose')}
          </summary>
          <div className="flex flex-col gap-4 pt-2">
            <ul className="flex list-disc flex-col gap-2 ps-5">
              {(['duty', 'enough', 'where', 'now'] as const).map((advice) => (
                <li key={advice}>{t(`child-reports:advice.${advice}`)}</li>
              ))}
            </ul>
            <ReportForm />
          </div>
        </details>
      )}
    </Panel>
  )
}

function ReportForm() {
  const { t } = useTranslation()
  const { today } = useSubmission()
  const labels = { reportedOn: t('child-reports:field.reportedOn'), receiver: t('child-reports:field.receiver') }
  return (
    <VerbForm verb="child-report" quiet submit={t('child-reports:submit')} labels={labels}>
      {({ values, errors }) => (
        <>
          <p className="text-ink-soft">{t('child-reports:noName')}</p>
          <Field name="reportedOn" label={labels.reportedOn} error={errors.reportedOn}>
            {(control) => (
              <input
                {...control}
                type="date"
                max={today}
                defaultValue={values.reportedOn ?? today}
                className="control max-w-xs"
              />
            )}
          </Field>
          <Choice
            name="receiver"
            label={labels.receiver}
            options={receivers.map((value) => ({ value, label: t(`child-reports:receiver.${value}`) }))}
            value={values.receiver ?? 'nordost'}
            error={errors.receiver}
          />
        </>
      )}
    </VerbForm>
  )
}
