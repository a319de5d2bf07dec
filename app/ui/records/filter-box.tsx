import { useTranslation } from 'react-i18next'

type BoxProps = {
  action: string
  /** How many stand beside each other where there is room. */
  columns?: 4 | 5
  children: React.ReactNode
}

/** What a list is narrowed by: a form that asks the same page again. */
export function FilterBox({ action, columns = 4, children }: BoxProps) {
  const { t } = useTranslation()
  return (
    <form
      method="get"
      action={action}
      className={`no-print grid grid-cols-2 items-end gap-x-3 gap-y-4 rounded-card bg-sunken p-4 ${columns === 5 ? 'lg:grid-cols-5' : 'lg:grid-cols-4'}`}
    >
      {children}
      <p className="col-span-full flex flex-wrap items-center gap-4">
        <button type="submit" className="button">
          {t('records:show')}
        </button>
        <a className="inline-flex min-h-[3rem] items-center" href={action}>
          {t('records:clear')}
        </a>
      </p>
    </form>
  )
}

type ListProps = {
  name: string
  label: string
  options: { value: string; label: string }[]
  value: string | undefined
}

/** A list to choose one from, or all. */
export function FilterList({ name, label, options, value }: ListProps) {
  const { t } = useTranslation()
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="font-bold">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="control">
        <option value="">{t('records:any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

type TextProps = { name: string; label: string; value: string | undefined; type?: 'text' | 'date' }

/** A text or a day to look for. */
export function FilterText({ name, label, value, type = 'text' }: TextProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="font-bold">{label}</span>
      <input type={type} name={name} defaultValue={value} maxLength={100} dir="auto" className="control" />
    </label>
  )
}
