import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'

export type Filter = {
  status: string
  kind?: string | undefined
  category?: string | undefined
  area?: string | undefined
  assignee?: string | undefined
  held?: 'yes' | 'no' | undefined
  page: number
}

export type QueueChoices = {
  kinds: readonly string[]
  categories: readonly string[]
  areas: { code: string; name: string }[]
  colleagues: { id: string; name: string }[]
  holds: boolean
}

/** The address of the queue under a filter, changed in some of its parts. */
export function addressWith(filter: Filter, change: Partial<Filter>): string {
  const { page, status, ...rest } = { ...filter, ...change }
  const asked = { ...rest, ...(status === 'open' ? {} : { status }), ...(page > 1 ? { page: String(page) } : {}) }
  const query = new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
  return query ? `${paths.staffQueue()}?${query}` : paths.staffQueue()
}

/** Everything but the status to filter the queue by; the status is kept. */
export function QueueFilters({ filter, choices }: { filter: Filter; choices: QueueChoices }) {
  const { t } = useTranslation()
  const people = [
    { value: 'me', label: t('staff:queue.me') },
    { value: 'nobody', label: t('staff:assign.nobody') },
    ...choices.colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const heldChoices = ['yes', 'no'].map((held) => ({ value: held, label: t(`staff:queue.heldChoice.${held}`) }))
  const lists = {
    kind: choices.kinds.map((kind) => ({ value: kind, label: t(`staff:kind.${kind}`) })),
    category: choices.categories.map((category) => ({ value: category, label: t(`categories:${category}`) })),
    area: choices.areas.map(({ code, name }) => ({ value: code, label: name })),
    ...(choices.colleagues.length > 0 ? { assignee: people } : {}),
    ...(choices.holds ? { held: heldChoices } : {}),
  }
  return (
    <form
      method="get"
      action={paths.staffQueue()}
      className="grid grid-cols-2 items-end gap-4 rounded-card bg-sunken p-4 lg:flex"
    >
      {filter.status !== 'open' && <input type="hidden" name="status" value={filter.status} />}
      {Object.entries(lists).map(([name, options]) => (
        <FilterList key={name} name={name as keyof typeof lists} options={options} value={filter[name as 'kind']} />
      ))}
      <button type="submit" className="button">
        {t('staff:queue.show')}
      </button>
      <a className="inline-flex min-h-[3rem] items-center" href={paths.staffQueue()}>
        {t('staff:queue.clear')}
      </a>
    </form>
  )
}

type ListProps = { name: string; options: { value: string; label: string }[]; value: string | undefined }

function FilterList({ name, options, value }: ListProps) {
  const { t } = useTranslation()
  return (
    <label className="flex min-w-0 flex-col gap-1 lg:flex-1">
      <span className="font-bold">{t(`staff:queue.filter.${name}`)}</span>
      <select name={name} defaultValue={value ?? ''} className="control">
        <option value="">{t('staff:queue.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
