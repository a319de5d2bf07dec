import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { addressWith, filterNames, type Filter, type QueueChoices } from './queue-filters.tsx'

/** What the queue is narrowed by, each with a way to take it away; and a way to take all away. */
export function ChosenFilters({ filter, choices }: { filter: Filter; choices: QueueChoices }) {
  const { t } = useTranslation()
  const chosen = filterNames.flatMap((name) => {
    const value = filter[name]
    if (!value) return []
    const label = choices[name]?.find((option) => option.value === value)?.label
    const words = t(`staff:queue.filter.${name}`)
    return [{ name, words: label ? `${words}: ${label}` : words }]
  })
  if (chosen.length === 0 && !filter.q) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {chosen.length > 0 && (
        <ul aria-label={t('views:chosen')} className="contents">
          {chosen.map(({ name, words }) => (
            <li key={name}>
              <a
                href={addressWith(filter, { [name]: undefined })}
                aria-label={t('views:without', { filter: words })}
                className="inline-flex min-h-[2.75rem] items-center gap-2 rounded-full bg-accent-tint px-4 font-bold text-ink no-underline hover:underline"
              >
                {words}
                <span aria-hidden="true" className="text-lg leading-none text-accent">
                  ×
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <a className="inline-flex min-h-[2.75rem] items-center px-2" href={paths.staffQueue()}>
        {t('staff:queue.clear')}
      </a>
    </div>
  )
}
