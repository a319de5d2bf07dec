import { useTranslation } from 'react-i18next'
import type { Category } from '#db/schema/submissions.ts'
import { FieldError } from '../field.tsx'
import { LinkedText } from '../linked-text.tsx'

type Props = { categories: readonly Category[]; chosen: string | undefined; error: string | undefined }

/** Categories where somebody else comes first; that is said before anything is written. */
const elsewhereFirst: readonly string[] = ['youths-at-risk', 'violence'] satisfies Category[]

/** What it is about: one of the categories. Those with another way to go first come last, and say so. */
export function CategoryChoice({ categories, chosen, error }: Props) {
  const { t } = useTranslation()
  const shown = [
    ...categories.filter((category) => !elsewhereFirst.includes(category)),
    ...categories.filter((category) => elsewhereFirst.includes(category)),
  ]
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby={error ? 'category-error' : undefined}>
      <legend className="mb-2 text-xl font-bold">{t('submit:category.label')}</legend>
      {error && <FieldError name="category" code={error} />}
      <div className="grid grid-cols-2 gap-2">
        {shown.map((category, index) => (
          <CategoryOption key={category} category={category} chosen={category === chosen} first={index === 0} />
        ))}
      </div>
    </fieldset>
  )
}

type OptionProps = { category: Category; chosen: boolean; first: boolean }

/** One category. The first carries the id that the error summary points to. */
function CategoryOption({ category, chosen, first }: OptionProps) {
  const { t } = useTranslation()
  const id = first ? 'category' : `category-${category}`
  const elsewhere = elsewhereFirst.includes(category)
  return (
    <div className={`relative rounded-control bg-surface ${elsewhere ? 'col-span-2' : ''}`}>
      <input
        type="radio"
        name="category"
        id={id}
        value={category}
        defaultChecked={chosen}
        required
        aria-describedby={elsewhere ? `${id}-hint` : undefined}
        className="peer absolute start-3 top-[0.6875rem] z-[1] h-5 w-5 accent-accent"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 rounded-control border-2 border-line peer-checked:border-accent peer-checked:bg-accent-tint"
      />
      <label
        htmlFor={id}
        className={`relative flex min-h-[3rem] cursor-pointer items-start py-2.5 pe-2.5 ps-10 leading-snug [overflow-wrap:anywhere] ${elsewhere ? '' : 'h-full'}`}
      >
        {t(`categories:${category}`)}
      </label>
      {elsewhere && (
        <p id={`${id}-hint`} className="relative -mt-1 pb-3 pe-3.5 ps-10 text-ink-soft">
          <LinkedText text={t(`submit:category.hint.${category}`)} />
        </p>
      )}
    </div>
  )
}
