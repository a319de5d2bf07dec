import { useTranslation } from 'react-i18next'
import type { NoticeKind, NoticeWay } from '#db/schema/notices.ts'
import { paths } from '#app/paths.ts'
import { Panel } from '../staff/panel.tsx'

const ways = ['at-once', 'digest', 'never'] as const satisfies readonly NoticeWay[]

/** How one wants to be told of what happens to one's cases, and of those that come to one's organisation. */
export function NoticesPanel({ chosen }: { chosen: Partial<Record<NoticeKind, NoticeWay>> }) {
  const { t } = useTranslation()
  return (
    <Panel id="notices" title={t('notices:title')} hint={t('notices:about')}>
      <form method="post" action={paths.staffNotices()} className="flex flex-col gap-4">
        {Object.entries(chosen).map(([kind, chosenWay]) => (
          <label key={kind} className="grid gap-1 sm:grid-cols-2 sm:items-center sm:gap-4">
            <span className="font-bold">{t(`notices:kind.${kind}`)}</span>
            <select name={kind} defaultValue={chosenWay} className="control">
              {ways.map((way) => (
                <option key={way} value={way}>
                  {t(`notices:way.${way}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {chosen.due && <p className="text-sm text-ink-soft">{t('notices:dueHint')}</p>}
        <p>
          <button type="submit" className="button">
            {t('notices:save')}
          </button>
        </p>
      </form>
    </Panel>
  )
}
