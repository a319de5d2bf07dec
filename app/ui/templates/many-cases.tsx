import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'

export type ListedCase = { ref: string; areaName: string; category: string; cameOn: string; body: string }

type Props = { cases: ListedCase[]; chosen: string[]; most: string; more: boolean; error: string | undefined }

/** The cases that can be answered now, each to be ticked. */
export function ManyCases({ cases, chosen, most, more, error }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset id="ref" className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-xl font-bold">{t('templates:many.cases')}</legend>
      <p className="text-ink-soft">{most}</p>
      {error && <FieldError name="ref" code={error} />}
      {cases.length === 0 && !more && <p>{t('templates:many.empty')}</p>}
      {cases.map(({ ref, areaName, category, cameOn, body }) => (
        <div key={ref} className="flex gap-3 rounded-card border border-line bg-surface px-4 shadow-card">
          <input
            type="checkbox"
            id={`case-${ref}`}
            name="ref"
            value={ref}
            defaultChecked={chosen.includes(ref)}
            className="mt-4 h-6 w-6 shrink-0 accent-accent"
          />
          <label htmlFor={`case-${ref}`} className="flex min-w-0 flex-1 cursor-pointer flex-col gap-1 py-4">
            <b>{`${category}, ${areaName}`}</b>
            <span className="text-sm text-ink-soft">
              <span dir="ltr">{ref}</span> · {cameOn}
            </span>
            <span dir="auto" className="line-clamp-3 break-words">
              {body}
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}
