import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type Chosen = { area: string; category: string; kind: string; cell: string; around: string }
type Props = {
  language: Language
  chosen: Chosen
  areas: { slug: string; name: string }[]
  categories: readonly string[]
  kinds: readonly string[]
}

/** Narrows the list: a plain form whose choices stand in the address. */
export function Filters({ language, chosen, areas, categories, kinds }: Props) {
  const { t } = useTranslation()
  const any = Object.values(chosen).some(Boolean)
  return (
    <form
      method="get"
      action={paths.submissions(language)}
      aria-label={t('submissions:filters.label')}
      className="flex flex-col gap-4 rounded-card bg-sunken p-4 sm:flex-row sm:flex-wrap sm:items-end sm:p-5"
    >
      <Choice
        name="area"
        chosen={chosen.area}
        options={areas.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Choice
        name="category"
        chosen={chosen.category}
        options={categories.map((value) => ({ value, label: t(`categories:${value}`) }))}
      />
      <Choice
        name="kind"
        chosen={chosen.kind}
        options={kinds.map((value) => ({ value, label: t(`submissions:kind.${value}`) }))}
      />
      <div className="flex flex-wrap items-center gap-3">
        <button className="button">{t('submissions:filters.apply')}</button>
        {any && (
          <a href={paths.submissions(language)} className="inline-flex min-h-[2.75rem] items-center px-2">
            {t('submissions:filters.clear')}
          </a>
        )}
      </div>
    </form>
  )
}

type ChoiceProps = { name: 'area' | 'category' | 'kind'; chosen: string; options: { value: string; label: string }[] }

function Choice({ name, chosen, options }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1 sm:w-56">
      <label htmlFor={name} className="font-bold">
        {t(`submissions:filters.${name}`)}
      </label>
      <select id={name} name={name} defaultValue={chosen} className="control">
        <option value="">{t('submissions:filters.any')}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
