import { useTranslation } from 'react-i18next'

/** 112 and 114 14, to tap; first wherever a person can write. */
export function EmergencyBar() {
  const { t } = useTranslation()
  return (
    <div className="border-b border-line bg-danger-tint">
      <ul className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4">
        <li>
          <a
            href="tel:112"
            className="inline-flex min-h-[2.75rem] items-center gap-2 text-danger no-underline hover:underline"
          >
            <b className="text-xl">112</b> {t('common:emergency.danger')}
          </a>
        </li>
        <li>
          <a
            href="tel:11414"
            className="inline-flex min-h-[2.75rem] items-center gap-2 text-ink no-underline hover:underline"
          >
            <b className="text-xl" dir="ltr">
              114 14
            </b>{' '}
            {t('common:emergency.police')}
          </a>
        </li>
      </ul>
    </div>
  )
}
