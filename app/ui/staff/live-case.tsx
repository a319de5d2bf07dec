import { useEffect, useState } from 'react'
import { useFetchers, useLocation, useNavigation, useRevalidator, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isHalfWritten } from './is-half-written.ts'
import { newsOfCase, type News } from './news-of-case.ts'
import { useSubmission } from './submission-context.ts'
import { useAside } from './use-aside.ts'
import { useLive } from './use-live.ts'

/** Whether something of her own is on its way: what it changes is no news. */
function useBusy(): boolean {
  const [navigation, fetchers] = [useNavigation(), useFetchers()]
  return navigation.state !== 'idle' || fetchers.some(({ state, formMethod }) => state !== 'idle' && formMethod)
}

/**
 * Says what somebody else does to the case while it is open. Where nothing is half written it is shown at once; else all
 * stays as it is until she wants to see it, and what she sends meanwhile is refused where the other was first.
 */
export function LiveCase() {
  const { t } = useTranslation()
  const view = useSubmission()
  const { now, read } = useAside('case', view)
  const { revalidate } = useRevalidator()
  const { key } = useLocation()
  const own = useRouteLoaderData<{ name: string }>('routes/staff')?.name ?? ''
  const [told, setTold] = useState<{ at: string; news: News[]; writing: boolean }>()
  const busy = useBusy()
  const [waits, setWaits] = useState(false)
  useLive((refs) => {
    if (refs.length === 0 || refs.includes(view.ref)) setWaits(true)
  })
  useEffect(() => {
    if (!waits || busy) return
    setWaits(false)
    read()
  }, [waits, busy, read])
  useEffect(() => {
    if (!now) return
    const [news, writing] = [newsOfCase(view, now, own), isHalfWritten()]
    if (news.length > 0) setTold({ at: key, news, writing })
    if (!writing) revalidate()
    // Once for each reading: the page that is drawn anew is no news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [now])
  const shown = told?.at === key ? told : undefined
  return (
    <div aria-live="polite" className={shown ? 'sticky top-3 z-[3]' : ''}>
      {shown && (
        <div className="flex max-w-text flex-col gap-2 rounded-card border-s-[6px] border-sky bg-sky-tint p-4 shadow-card sm:p-5">
          {shown.news.map(({ what, by, status }) => (
            <p key={what} className="font-bold">
              {t(`staff:live.${what}${by ? '' : 'Nobody'}`, { by, status: status && t(`staff:status.${status}`) })}
            </p>
          ))}
          {shown.writing && (
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
              {t('staff:live.kept')}
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  setTold(undefined)
                  revalidate()
                }}
              >
                {t('staff:live.show')}
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  )
}
