import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'
import { InLanguage } from '../in-language.tsx'
import { Panel } from './panel.tsx'
import { useSubmission } from './submission-context.ts'
import type { SubmissionView } from './submission-view.server.ts'
import { VerbForm } from './verb-form.tsx'

/** The commitments that the submission is about. */
export function CommitmentsPanel() {
  const { t } = useTranslation()
  const { commitments, pledges, can } = useSubmission()
  return (
    <Panel id="commitments" title={t('staff:link.title')}>
      {commitments.length === 0 && <p className="text-ink-soft">{t('staff:link.empty')}</p>}
      {commitments.map(({ slug, number, title }) => (
        <div key={slug} className="flex flex-col gap-2 rounded-control bg-accent-tint p-4">
          <p>
            <b>{number}.</b> <InLanguage text={title} />
          </p>
          {can.handle && (
            <VerbForm verb="unlink" quiet submit={t('staff:link.unlink', { number })} hidden={{ commitment: slug }} />
          )}
        </div>
      ))}
      {can.handle && pledges.length > 0 && (
        <details>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('staff:link.choose')}
          </summary>
          <LinkForm pledges={pledges} />
        </details>
      )}
    </Panel>
  )
}

function LinkForm({ pledges }: { pledges: SubmissionView['pledges'] }) {
  const { t } = useTranslation()
  return (
    <VerbForm verb="link" quiet submit={t('staff:link.submit')} labels={{ commitment: t('staff:link.title') }}>
      {({ values, errors }) => (
        <>
          {errors.commitment && <FieldError name="commitment" code={errors.commitment} />}
          {pledges.map(({ title, commitments }, pledge) => (
            <fieldset key={title} className="flex flex-col gap-1">
              <legend className="mb-1 font-bold">{title}</legend>
              {commitments.map(({ slug, label }, index) => (
                <label key={slug} className="flex min-h-[2.75rem] items-start gap-3 py-2">
                  <input
                    type="checkbox"
                    id={pledge + index === 0 ? 'commitment' : undefined}
                    name="commitment"
                    value={slug}
                    defaultChecked={values.commitment?.split(',').includes(slug)}
                    className="mt-0.5 h-5 w-5 shrink-0 accent-accent"
                  />
                  {label}
                </label>
              ))}
            </fieldset>
          ))}
        </>
      )}
    </VerbForm>
  )
}
