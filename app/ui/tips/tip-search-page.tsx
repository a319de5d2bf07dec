import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import { TipDeskNav } from './tip-desk-nav.tsx'
import type { TipRowView } from './tip-list-view.server.ts'
import { TipRows } from './tip-rows.tsx'

export type SearchReply = {
  values: Record<string, string>
  errors: Record<string, string>
  found?: { rows: TipRowView[]; hasNext: boolean; page: number }
}

/** Looks for words in unlocked tips, and shows where they are. */
export function TipSearchPage({ title, reply }: { title: string; reply: SearchReply | undefined }) {
  const { t } = useTranslation()
  const { values = {}, errors = {}, found } = reply ?? {}
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('tips:search.lead')}</p>
      </header>
      <TipDeskNav unlocked />
      <form method="post" className="card stack max-w-text">
        <Field name="query" label={t('tips:search.query')} error={errors.query}>
          {(control) => (
            <input
              {...control}
              type="search"
              autoComplete="off"
              dir="auto"
              defaultValue={values.query}
              className="control"
            />
          )}
        </Field>
        <p>
          <button type="submit" className="button">
            {t('tips:search.submit')}
          </button>
        </p>
      </form>
      {found && (
        <section aria-labelledby="found" className="flex flex-col gap-4">
          <h2 id="found">{t('tips:search.found')}</h2>
          {found.rows.length === 0 ? <p>{t('tips:search.none')}</p> : <TipRows rows={found.rows} />}
          {found.hasNext && (
            <form method="post">
              <input type="hidden" name="query" value={values.query ?? ''} />
              <input type="hidden" name="page" value={found.page + 1} />
              <button type="submit" className="button-quiet">
                {t('staff:queue.next')}
              </button>
            </form>
          )}
        </section>
      )}
    </div>
  )
}
