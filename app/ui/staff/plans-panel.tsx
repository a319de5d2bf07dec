import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import { Panel } from './panel.tsx'
import { PlannedAnswer } from './planned-answer.tsx'
import { useSubmission } from './submission-context.ts'
import type { SubmissionView } from './submission-view.server.ts'
import { tellsOfPlans } from './tells-of-plans.ts'
import { VerbForm } from './verb-form.tsx'

type Plan = NonNullable<SubmissionView['plans']>['waiting'][number]

/** What waits for its time or for a second person, with the ways to approve it or not to do it. */
export function PlansPanel() {
  const { t } = useTranslation()
  const { plans } = useSubmission()
  if (!tellsOfPlans(plans)) return null
  return (
    <Panel id="plans" title={t('templates:plan.title')}>
      {plans.failed && (
        <Notice tone="danger">
          <p className="font-bold">{t(`templates:plan.failed.${plans.failed.act}`)}</p>
          <p>
            {plans.failed.at} {t(`errors:refusal.${plans.failed.reason}`)}
          </p>
          {plans.failed.batch && <TogetherWith batch={plans.failed.batch} />}
        </Notice>
      )}
      {plans.waiting.map((plan) => (
        <Waiting key={plan.id} plan={plan} />
      ))}
    </Panel>
  )
}

function Waiting({ plan: { id, batch, what, by, own, answer, needsSecond, second } }: { plan: Plan }) {
  const { t } = useTranslation()
  return (
    <article className="flex flex-col gap-3 rounded-card bg-sun-tint p-4">
      <p className="font-bold">{what}</p>
      <p className="text-sm text-ink-soft">
        {[by, second && t('templates:plan.approvedBy', { name: second })].filter(Boolean).join(' · ')}
      </p>
      {answer && <PlannedAnswer answer={answer} />}
      {batch && <TogetherWith batch={batch} />}
      {needsSecond && <p>{t(own ? 'templates:plan.waitsForOther' : 'templates:plan.waitsForYou')}</p>}
      <div className="flex flex-wrap gap-3">
        {needsSecond && !own && !batch && (
          <VerbForm verb="approve-plan" submit={t('templates:plan.approve')} hidden={{ plan: id }} />
        )}
        <VerbForm verb="cancel-plan" quiet submit={t('templates:plan.cancel')} hidden={{ plan: id }} />
      </div>
    </article>
  )
}

/** The way to what is given together with it: there it is read, and approved as a whole. */
function TogetherWith({ batch }: { batch: string }) {
  const { t } = useTranslation()
  return (
    <p>
      <a href={paths.staffBatch(batch)}>{t('templates:batch.together')}</a>
    </p>
  )
}
