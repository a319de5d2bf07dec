import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import { useSubmission } from './submission-context.ts'
import { TextArea } from './text-area.tsx'
import { usePosted, VerbForm } from './verb-form.tsx'

/** Another day for the next step, folded away until it is wanted, since the usual one mostly fits; but not what was wrong in it. */
export function NextDayForm() {
  const { t } = useTranslation()
  const { nextDay, today } = useSubmission()
  const isPosted = usePosted('next-day') !== undefined
  if (!nextDay) return null
  const { part } = nextDay
  const labels = { on: t(`staff:nextDay.${part}`), why: t('staff:nextDay.why') }
  return (
    <details open={isPosted}>
      <summary className="min-h-[2.75rem] cursor-pointer content-center font-bold text-accent">
        {t('staff:nextDay.change')}
      </summary>
      <VerbForm
        verb="next-day"
        quiet
        submit={t('staff:nextDay.submit')}
        hidden={{ seen: nextDay.seen }}
        labels={labels}
      >
        {({ values, errors }) => (
          <>
            <Field name="on" label={labels.on} hint={t(`staff:nextDay.${part}Hint`)} error={errors.on}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  min={today}
                  defaultValue={values.on ?? (nextDay.on < today ? today : nextDay.on)}
                  className="control max-w-xs"
                />
              )}
            </Field>
            <TextArea
              name="why"
              label={labels.why}
              hint={t('staff:nextDay.whyHint')}
              rows={2}
              value={values.why}
              error={errors.why}
            />
            {nextDay.canWait && (
              <label className="flex min-h-[2.75rem] items-center gap-3">
                <input
                  type="checkbox"
                  name="outside"
                  value="yes"
                  defaultChecked={values.on === undefined ? nextDay.outside : values.outside === 'yes'}
                  className="h-5 w-5 shrink-0 accent-accent"
                />
                {t('staff:nextDay.outside')}
              </label>
            )}
          </>
        )}
      </VerbForm>
    </details>
  )
}
