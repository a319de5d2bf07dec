import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FilterBox, FilterList, FilterText } from './filter-box.tsx'

type Filter = {
  event?: string | undefined
  person?: string | undefined
  subject?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

type Line = {
  id: number
  at: string
  what: string
  who: string
  about: string
  to: string | undefined
  details: string[]
  linked: boolean
}

type Props = {
  title: string
  /** Only what concerns one's own authority is shown. */
  own: boolean
  filter: Filter
  events: { value: string; label: string }[]
  people: { value: string; label: string }[]
  lines: Line[]
  /** The last line of the page, when there are more. */
  last: number | undefined
}

/** Who did what and when, the latest first; never what anybody wrote. */
export function AuditPage({ title, own, filter, events, people, lines, last }: Props) {
  const { t } = useTranslation()
  const asked = Object.entries(filter).filter(([name, value]) => value && name !== 'before')
  const older = last && new URLSearchParams([...asked, ['before', String(last)]]).toString()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p>{t(own ? 'records:audit.leadOwn' : 'records:audit.lead')}</p>
        <p className="text-ink-soft">{t('records:audit.logged')}</p>
      </header>
      <FilterBox action={paths.staffAudit()}>
        <FilterList name="event" label={t('records:audit.filter.event')} options={events} value={filter.event} />
        <FilterList name="person" label={t('records:audit.filter.person')} options={people} value={filter.person} />
        <FilterText name="subject" label={t('records:audit.filter.subject')} value={filter.subject} />
        <FilterText name="from" type="date" label={t('records:audit.filter.from')} value={filter.from} />
        <FilterText name="to" type="date" label={t('records:audit.filter.to')} value={filter.to} />
      </FilterBox>
      {lines.length === 0 ? <p className="card max-w-text">{t('records:audit.none')}</p> : <Lines lines={lines} />}
      {older && (
        <p>
          <a className="button-quiet" href={`${paths.staffAudit()}?${older}`}>
            {t('records:audit.older')}
          </a>
        </p>
      )}
    </div>
  )
}

function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation()
  return (
    <ol className="card divide-y divide-line py-2 sm:py-2">
      {lines.map(({ id, at, what, who, about, to, details, linked }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[13rem_minmax(0,1fr)_14rem]">
          <span className="text-ink-soft">{at}</span>
          <span className="flex min-w-0 flex-col gap-0.5">
            <b>{what}</b>
            {details.length > 0 && (
              <bdi className="break-words text-sm text-ink-soft [overflow-wrap:anywhere]">{details.join(' · ')}</bdi>
            )}
            {!linked && <span className="text-sm text-sun">{t('records:audit.unlinked')}</span>}
          </span>
          <span className="flex flex-col gap-0.5 lg:text-end">
            <bdi>{who}</bdi>
            {to ? <a href={to}>{about}</a> : <bdi className="text-sm text-ink-soft">{about}</bdi>}
          </span>
        </li>
      ))}
    </ol>
  )
}
