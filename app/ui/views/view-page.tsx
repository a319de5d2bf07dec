import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Notice } from '../notice.tsx'
import { ViewFields, type ViewReply } from './view-fields.tsx'
import type { ListedView } from './view-links.ts'

type Props = { title: string; view: ListedView; organisation: string; reply: ViewReply | undefined }

/** One saved view: its name, whether it is shared, and the way to remove it. */
export function ViewPage({ title, view, organisation, reply }: Props) {
  const { t } = useTranslation()
  const { name, shared = reply?.values ? 'no' : undefined } = reply?.values ?? {}
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffViews()}>
          {t('views:backToViews')}
        </a>
      </p>
      <h1 dir="auto" className="break-words">
        {title}
      </h1>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={reply?.errors ?? {}} labels={{ name: t('views:name') }} />
      <form method="post" action={paths.staffView(view.id)} className="card flex max-w-text flex-col gap-5">
        {!view.own && <p className="text-ink-soft">{t('views:sharedBy', { name: view.madeBy ?? '' })}</p>}
        <ViewFields
          organisation={organisation}
          name={name ?? view.name}
          shared={shared ? shared === 'yes' : view.shared}
          error={reply?.errors?.name}
          mayShare={view.own}
        />
        <p className="flex flex-wrap items-center justify-between gap-3">
          <button type="submit" className="button px-8">
            {t('views:save')}
          </button>
          <button
            type="submit"
            name="go"
            value="remove"
            className="min-h-[3rem] px-2 font-bold text-danger underline underline-offset-4"
          >
            {t(view.shared ? 'views:removeShared' : 'views:remove')}
          </button>
        </p>
      </form>
    </div>
  )
}
