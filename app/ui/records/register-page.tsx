import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FilterBox, FilterList, FilterText } from './filter-box.tsx'
import { PrintButton } from './print-button.tsx'
import { RegisterRows, type RegisterRow } from './register-rows.tsx'

type Lists = Record<'kind' | 'category' | 'channel' | 'status' | 'secrecy', { value: string; label: string }[]>
type Filter = Partial<Record<keyof Lists | 'from' | 'to' | 'before', string | undefined>> & {
  year?: number | undefined
}
type Props = {
  title: string
  lead: string
  filter: Filter
  choices: Lists
  rows: RegisterRow[]
  last: string | undefined
}

const lists = ['kind', 'category', 'channel', 'status', 'secrecy'] as const

/** The register of one authority, the latest number first. */
export function RegisterPage({ title, lead, filter, choices, rows, last }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p>{lead}</p>
        <p className="no-print">
          <a href={paths.staffDisposal()}>{t('records:disposal.title')}</a>
        </p>
      </header>
      <FilterBox action={paths.staffRegister()}>
        <FilterText name="from" type="date" label={t('records:register.filter.from')} value={filter.from} />
        <FilterText name="to" type="date" label={t('records:register.filter.to')} value={filter.to} />
        <FilterText name="year" label={t('records:register.filter.year')} value={filter.year?.toString()} />
        {lists.map((name) => (
          <FilterList
            key={name}
            {...{ name, options: choices[name], value: filter[name] }}
            label={t(`records:register.filter.${name}`)}
          />
        ))}
      </FilterBox>
      {rows.length === 0 ? (
        <p className="card max-w-text">{t('records:register.none')}</p>
      ) : (
        <RegisterRows rows={rows} />
      )}
      <div className="no-print flex flex-wrap items-center gap-4">
        {last && (
          <a className="button-quiet" href={addressWith(paths.staffRegister(), filter, last)}>
            {t('records:register.older')}
          </a>
        )}
        <PrintButton />
        <a className="button-quiet" href={addressWith(paths.staffRegisterFile(), filter)}>
          {t('records:register.file')}
        </a>
        <p className="text-sm text-ink-soft">{t('records:register.fileHint')}</p>
      </div>
    </div>
  )
}

/** An address that asks for the same rows, after `before` when that is given. */
function addressWith(path: string, { before: _, ...filter }: Filter, before?: string): string {
  const asked = Object.entries({ ...filter, before }).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked).toString()}` : path
}
