import { useTranslation } from 'react-i18next'
import type { TriedOn } from './rule-fields.ts'

/** Some of those that were tried on, one by one, folded away. */
export function TriedCases({ tried: { list, more } }: { tried: TriedOn }) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <details>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">{t('rules:trial.show')}</summary>
      <ul className="flex flex-col">
        {list.map(({ ref, to, day, title }) => (
          <li key={ref} className="flex min-h-[2.75rem] flex-wrap items-center gap-x-3">
            <a href={to}>{title}</a> <span className="text-sm text-ink-soft">{day}</span>
          </li>
        ))}
      </ul>
      {more && <p className="text-ink-soft">{more}</p>}
    </details>
  )
}
