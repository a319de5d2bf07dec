import { useTranslation } from 'react-i18next'
import type { ShownTrial } from './rule-fields.ts'
import { TriedCases } from './tried-cases.tsx'

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
    <section
      aria-labelledby="trial"
      className="flex flex-col gap-4 rounded-card border-2 border-accent bg-accent-tint p-5"
    >
      <div role="status">
        <h2 id="trial" className="text-xl sm:text-2xl">
          {found}
        </h2>
      </div>
      {assigned && <p>{assigned}</p>}
      {suggested && <p>{suggested}</p>}
      {earlier && <p>{earlier}</p>}
      <TriedCases tried={tried} />
      <p className="max-w-text">{t('rules:trial.onlyNew')}</p>
      <p>
        <button type="submit" form={form} name="verb" value="save" className="button px-10">
          {t('rules:form.save')}
        </button>
      </p>
    </section>
  )
}
