import { useTranslation } from 'react-i18next'
import type { ShownTrial } from './rule-fields.ts'
import { TrialCard } from './trial-card.tsx'

/** What the rule would have taken of what has come in, and the button that saves it as it was tried. */
export function RuleTrial({
  trial: { found, earlier, assigned, suggested, tried },
  form,
}: {
  trial: ShownTrial
  form: string
}) {
  const { t } = useTranslation()
  return (
    <TrialCard
      {...{ found, tried }}
      note={t('rules:trial.onlyNew')}
      act={
        <p>
          <button type="submit" form={form} name="verb" value="save" className="button px-10">
            {t('rules:form.save')}
          </button>
        </p>
      }
    >
      {assigned && <p>{assigned}</p>}
      {suggested && <p>{suggested}</p>}
      {earlier && <p>{earlier}</p>}
    </TrialCard>
  )
}
