import { useTranslation } from 'react-i18next'
import type { ShownTrial } from './rule-fields.ts'

/** What the rule would have taken of what has come in, and the button that saves it as it was tried. */
export function RuleTrial({
  trial: { found, earlier, assigned, suggested, taken, more },
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
      {taken.length > 0 && (
        <details>
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
            {t('rules:trial.show')}
          </summary>
          <ul className="flex flex-col">
            {taken.map(({ ref, to, day, title }) => (
              <li key={ref} className="flex min-h-[2.75rem] flex-wrap items-center gap-x-3">
                <a href={to}>{title}</a> <span className="text-sm text-ink-soft">{day}</span>
              </li>
            ))}
          </ul>
          {more && <p className="text-ink-soft">{more}</p>}
        </details>
      )}
      <p className="max-w-text">{t('rules:trial.onlyNew')}</p>
      <p>
        <button type="submit" form={form} name="verb" value="save" className="button px-10">
          {t('rules:form.save')}
        </button>
      </p>
    </section>
  )
}
