import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

const pages = ['about', 'contact', 'privacy', 'accessibility'] as const

/** Who runs the portal and the pages that say how. */
export function Footer({ language }: { language: Language }) {
  const { t } = useTranslation()
  return (
    <footer className="mt-12 border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-page flex-col gap-4 px-4 py-8">
        <ul className="-mx-2 flex flex-wrap">
          {pages.map((page) => (
            <li key={page}>
              <a className="inline-flex min-h-[2.75rem] items-center px-2" href={paths[page](language)}>
                {t(`common:footer.${page}`)}
              </a>
            </li>
          ))}
        </ul>
        <p>{t('common:footer.who')}</p>
        <p className="text-sm text-ink-soft">{t('common:footer.credit')}</p>
      </div>
    </footer>
  )
}
