import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'

/** What stands in the address of the queue. */
export type Filter = { status: string } & Partial<Record<'after' | 'before' | 'at', string | undefined>> &
  Partial<Record<FilterName | 'q', string>>

export const filterNames = [
  ...(['kind', 'category', 'area', 'assignee'] as const),
  ...(['deadline', 'workingArea', 'age', 'writtenIn', 'lastWord', 'photos', 'linked', 'organisation', 'held'] as const),
]
type FilterName = (typeof filterNames)[number]

/** What can be chosen; what is not there does not concern her. */
export type QueueChoices = Partial<Record<FilterName, { value: string; label: string }[]>>

/** The address of the queue under a filter, changed in some of its parts; from its beginning unless a place is named. */
export function addressWith(filter: Filter, change: Partial<Filter>): string {
  const { status, ...rest } = { ...filter, after: undefined, before: undefined, at: undefined, ...change }
  const asked = { ...(status === 'open' ? {} : { status }), ...rest }
  const query = new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
  return query ? `${paths.staffQueue()}?${query}` : paths.staffQueue()
}

/** The address of a case, from which one comes back to its row in the queue, and on to the rows beside it. */
export const caseAddress = (filter: Filter, { ref, place }: { ref: string; place: string }): string =>
  paths.staffSubmission(ref, { from: addressWith(filter, { at: place }).split('?')[1] })

/** Everything but the status to filter the queue by; the status is kept. The lists are folded away. */
export function QueueFilters({ filter, choices }: { filter: Filter; choices: QueueChoices }) {
  const { t } = useTranslation()
  return (
    <form method="get" action={paths.staffQueue()} className="flex flex-col gap-1 rounded-card bg-sunken p-4">
      {filter.status !== 'open' && <input type="hidden" name="status" value={filter.status} />}
      <div className="flex items-end gap-3">
        <label className="flex min-w-0 max-w-xl flex-1 flex-col gap-1">
          <span className="whitespace-nowrap font-bold">{t('staff:queue.search')}</span>
          <input type="search" name="q" defaultValue={filter.q} maxLength={200} dir="auto" className="control" />
        </label>
        <button type="submit" className="button">
          {t('staff:queue.show')}
        </button>
      </div>
      <details>
        <summary className="w-fit cursor-pointer py-2.5 font-bold text-accent">{t('staff:queue.more')}</summary>
        <div className="py-2">
          <FilterLists lists={choices} filter={filter} />
        </div>
      </details>
    </form>
  )
}

function FilterLists({ lists, filter }: { lists: QueueChoices; filter: Filter }) {
  return (
    <div className="grid grid-cols-2 items-end gap-4 lg:grid-cols-4">
      {filterNames.map((name) => {
        const options = lists[name]
        return options && <FilterList key={name} name={name} options={options} value={filter[name]} />
      })}
    </div>
  )
}

type ListProps = { name: FilterName; options: { value: string; label: string }[]; value: string | undefined }

function FilterList({ name, options, value }: ListProps) {
  const { t } = useTranslation()
  return (
    <label className="flex min-w-0 flex-col gap-1">
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
