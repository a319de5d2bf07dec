import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { Panel } from '../staff/panel.tsx'
import { SaveView } from './save-view.tsx'
import type { ViewReply } from './view-fields.tsx'
import type { ListedView } from './view-links.ts'

type Props = {
  title: string
  done: string | undefined
  organisation: string
  filter: string
  views: ListedView[]
  reply: ViewReply | undefined
}

/** The saved views of the queue, and one more to save when one comes from a queue that is narrowed. */
export function ViewsPage({ title, done, organisation, filter, views, reply }: Props) {
  const { t } = useTranslation()
  const shelves = { own: views.filter(({ own }) => own), others: views.filter(({ own }) => !own) }
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffQueue()}>
          {t('views:back')}
        </a>
      </p>
      {done && (
        <Notice tone="done" role="status">
          {t(`views:done.${done}`)}
        </Notice>
      )}
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-ink-soft">{t('views:lead')}</p>
      </header>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      {(reply || filter) && (
        <Panel id="save" title={t('views:saveTitle')}>
          <ErrorSummary errors={reply?.errors ?? {}} labels={{ name: t('views:name') }} />
          <SaveView {...{ filter, organisation }} values={reply?.values} error={reply?.errors?.name} />
        </Panel>
      )}
      {views.length === 0 && !filter && !reply && <p className="card max-w-text">{t('views:none')}</p>}
      <Shelf id="own" title={t('views:own')} views={shelves.own} />
      <Shelf id="others" title={t('views:of', { organisation })} views={shelves.others} />
    </div>
  )
}

function Shelf({ id, title, views }: { id: string; title: string; views: ListedView[] }) {
  const { t } = useTranslation()
  if (views.length === 0) return null
  return (
    <section aria-labelledby={id} className="flex max-w-text flex-col gap-3">
      <h2 id={id}>{title}</h2>
      <ul className="flex flex-col gap-2">
        {views.map((view) => (
          <li
            key={view.id}
            className="flex items-center justify-between gap-4 rounded-card border border-line bg-surface px-4 py-1"
          >
            <div className="min-w-0 py-1">
              <a dir="auto" className="inline-flex min-h-[2.75rem] items-center break-words font-bold" href={view.to}>
                {view.name}
              </a>
              {view.shared && (
                <p className="text-sm text-ink-soft">
                  {view.own ? t('views:sharedByYou') : t('views:sharedBy', { name: view.madeBy ?? '' })}
                </p>
              )}
            </div>
            {view.mayChange && (
              <a
                className="inline-flex min-h-[2.75rem] shrink-0 items-center"
                href={paths.staffView(view.id)}
                aria-label={t('views:changeTitle', { name: view.name })}
              >
                {t('views:change')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
