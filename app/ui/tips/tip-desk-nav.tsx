import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'

/** The ways between the pages about tips, and the lock. */
export function TipDeskNav({ unlocked }: { unlocked: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      <a className="button-quiet" href={paths.staffTips()}>
        {t('tips:nav.list')}
      </a>
      {unlocked && (
        <a className="button-quiet" href={paths.staffTipsSearch()}>
          {t('tips:nav.search')}
        </a>
      )}
      <a className="button-quiet" href={paths.staffTipsKeys()}>
        {t('tips:nav.keys')}
      </a>
      {unlocked && (
        <a className="button-quiet" href={paths.staffTipsLog()}>
          {t('tips:nav.log')}
        </a>
      )}
      {unlocked && (
        <form method="post" action={paths.staffTipsLock()}>
          <button type="submit" className="button-quiet">
            {t('tips:nav.lock')}
          </button>
        </form>
      )}
    </div>
  )
}
