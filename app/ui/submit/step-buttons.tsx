import { useTranslation } from 'react-i18next'
import type { FormStep } from '#app/domain/submissions/form-steps.ts'

/** On and back, where the form comes one question at a time. Back keeps everything. */
export function StepButtons({ step }: { step: FormStep }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-3 sm:flex-row">
      {step !== 'photos' && step !== 'known' && (
        <button type="submit" name="go" value="next" className="button w-full text-lg sm:w-auto sm:px-14">
          {t('submit:step.next')}
        </button>
      )}
      {step !== 'category' && (
        <button type="submit" name="go" value="back" className="button-quiet w-full sm:w-auto sm:px-8">
          {t('submit:step.back')}
        </button>
      )}
    </div>
  )
}

/** What Enter in a field presses, the first button of a form: the next step, or Send. Nobody sees or reaches it. */
export const EnterGoesOn = ({ next }: { next: boolean }) => (
  <button
    type="submit"
    {...(next ? { name: 'go', value: 'next' } : {})}
    tabIndex={-1}
    aria-hidden="true"
    className="sr-only"
  />
)
