import { useEffect } from 'react'
import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'

export type ShownAlarm = { ref: string; at: string }

/** How often a page that stays open asks again, in milliseconds. */
const interval = 30_000

/** Above every page: that somebody may be in danger now, until somebody takes it. Asks again while the page is open. */
export function AlarmBanner({ alarms: first }: { alarms: ShownAlarm[] }) {
  const { t } = useTranslation()
  const alarms = useLatest(first)
  return (
    <section aria-live="assertive" aria-label={t('alarms:banner.label')} hidden={alarms.length === 0}>
      {alarms.map(({ ref, at }) => (
        <div key={ref} className="no-print border-b-[3px] border-danger bg-danger-tint">
          <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
            <p className="min-w-0 flex-1 basis-60 font-bold text-danger">
              <span aria-hidden="true">▲ </span>
              {t('alarms:banner.text', { ref, at })}
            </p>
            <a className="button-quiet" href={paths.staffSubmission(ref)}>
              {t('alarms:banner.open')}
            </a>
            <form method="post" action={paths.staffSubmissionVerb(ref, 'take-alarm')}>
              <button type="submit" className="button">
                {t('alarms:banner.take')}
              </button>
            </form>
          </div>
        </div>
      ))}
    </section>
  )
}

function useLatest(first: ShownAlarm[]): ShownAlarm[] {
  const { load, data } = useFetcher<{ alarms: ShownAlarm[] }>()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && load(paths.staffAlarms()), interval)
    return () => clearInterval(timer)
  }, [load])
  return data?.alarms ?? first
}
