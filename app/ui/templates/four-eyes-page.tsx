import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FieldsetCard } from '../fieldset-card.tsx'
import { Notice } from '../notice.tsx'

type Props = {
  title: string
  trial: boolean
  done: boolean
  /** A mark of what is chosen, as it stands here. */
  seen: string
  reply: { values: Record<string, string>; refused?: string | undefined } | undefined
  categories: { category: string; label: string; chosen: boolean }[]
}

/** In which categories a second person approves what is answered and published. */
export function FourEyesPage({ title, trial, done, seen, reply, categories }: Props) {
  const { t } = useTranslation()
  const typed = reply && (reply.values.category ?? '').split(',')
  const now = categories.filter(({ chosen }) => chosen).map(({ label }) => label)
  return (
    <div className="flex flex-col gap-6">
      {done && !reply && (
        <Notice tone="done" role="status">
          {t('templates:fourEyes.done')}
        </Notice>
      )}
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          <p>{t(`errors:refusal.${reply.refused}`)}</p>
          <p>
            {t('templates:fourEyes.now')} {now.length > 0 ? now.join(', ') : t('templates:fourEyes.none')}
          </p>
        </Notice>
      )}
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('templates:fourEyes.lead')}</p>
      </header>
      {trial && <Notice tone="wait">{t('templates:fourEyes.trial')}</Notice>}
      <form method="post" action={paths.staffFourEyes()} className="flex flex-col items-start gap-6">
        <input type="hidden" name="seen" value={seen} />
        <div className="w-full">
          <FieldsetCard legend={t('templates:fourEyes.legend')} className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {categories.map(({ category, label, chosen }) => (
              <label key={category} className="flex min-h-[2.75rem] items-center gap-3">
                <input
                  type="checkbox"
                  name="category"
                  value={category}
                  defaultChecked={typed ? typed.includes(category) : chosen}
                  className="h-5 w-5 shrink-0 accent-accent"
                />
                {label}
              </label>
            ))}
          </FieldsetCard>
        </div>
        <button type="submit" className="button px-8">
          {t('templates:fourEyes.save')}
        </button>
      </form>
    </div>
  )
}
