import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FilterBox, FilterList } from '../records/filter-box.tsx'

type Option = { value: string; label: string }
export type InsightsChoices = Record<'authority' | 'area' | 'category' | 'language', Option[]> & { weeks: Option[] }
export type ChosenFilter = { weeks: number } & Partial<
  Record<'authority' | 'area' | 'category' | 'language', string | undefined>
>

const lists = ['authority', 'area', 'category', 'language'] as const

/** What the figures are narrowed by: a form that asks the same page again. */
export function InsightsFilters({ filter, choices }: { filter: ChosenFilter; choices: InsightsChoices }) {
  const { t } = useTranslation()
  const shown = lists.filter((name) => choices[name].length > 1)
  return (
    <FilterBox action={paths.staffInsights()} columns={shown.length > 3 ? 5 : 4}>
      <label className="flex min-w-0 flex-col gap-1">
        <span className="font-bold">{t('insights:filter.weeks')}</span>
        <select name="weeks" defaultValue={String(filter.weeks)} className="control">
          {choices.weeks.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {shown.map((name) => (
        <FilterList
          key={name}
          {...{ name, options: choices[name], value: filter[name] }}
          label={t(`insights:filter.${name}`)}
        />
      ))}
    </FilterBox>
  )
}
