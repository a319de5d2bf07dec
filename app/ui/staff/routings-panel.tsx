import { useTranslation } from 'react-i18next'
import { WrittenText } from '../written-text.tsx'
import { Choice } from './choice.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import { TextArea } from './text-area.tsx'
import { VerbForm } from './verb-form.tsx'

/** Which other organisations see the submission. */
export function RoutingsPanel() {
  const { t } = useTranslation()
  const { routings, can, screened, proposal } = useSubmission()
  return (
    <Panel id="routings" title={t('staff:route.title')} hint={screened ? undefined : t('staff:route.notScreened')}>
      {proposal && (
        <p className="border-s-[4px] border-sun ps-3">{t('staff:route.proposed', { organisation: proposal.name })}</p>
      )}
      {routings.length === 0 && <p className="text-ink-soft">{t('staff:route.empty')}</p>}
      {routings.map(({ organisation, organisationName, rewrittenBody, at }) => (
        <div key={organisation} className="flex flex-col gap-2 rounded-control bg-sunken p-4">
          <p>
            <b>{organisationName}</b> <span className="text-sm text-ink-soft">· {at}</span>
          </p>
          {rewrittenBody && <WrittenText text={rewrittenBody} />}
          {can.handle && (
            <VerbForm
              verb="unroute"
              quiet
              submit={t('staff:route.unroute', { organisation: organisationName })}
              hidden={{ organisation }}
            />
          )}
        </div>
      ))}
      {can.handle && (
        <details open={proposal !== undefined}>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('staff:route.choose')}
          </summary>
          <RouteForm />
        </details>
      )}
    </Panel>
  )
}

function RouteForm() {
  const { t } = useTranslation()
  const { organisations, proposal } = useSubmission()
  const labels = { organisation: t('staff:route.organisation'), rewrittenBody: t('staff:route.rewritten') }
  const options = organisations.map(({ slug, name, company }) => ({
    value: slug,
    label: company ? t('staff:route.company', { name }) : name,
  }))
  return (
    <VerbForm verb="route" quiet submit={t('staff:route.submit')} labels={labels}>
      {({ values, errors }) => (
        <>
          <Choice
            name="organisation"
            label={labels.organisation}
            options={options}
            none={t('staff:route.none')}
            value={values.organisation ?? proposal?.slug}
            error={errors.organisation}
          />
          <TextArea
            name="rewrittenBody"
            label={labels.rewrittenBody}
            hint={t('staff:route.rewrittenHint')}
            value={values.rewrittenBody}
            error={errors.rewrittenBody}
            rows={4}
          />
        </>
      )}
    </VerbForm>
  )
}
