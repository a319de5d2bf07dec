import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { EmergencyBar } from './emergency-bar.tsx'
import { Footer } from './footer.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { TrialBanner } from './trial-banner.tsx'
import { Wordmark } from './wordmark.tsx'

type Props = { language: Language; address: string; trial: boolean; children: React.ReactNode }

/** What surrounds every page of a resident: skip link, languages, 112, where to go, who answers. */
export function ResidentShell({ language, address, trial, children }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3">
        {t('common:skip')}
      </a>
      {trial && <TrialBanner />}
      <header className="border-b border-line bg-surface">
        <LanguageSwitch language={language} address={address} />
        <EmergencyBar />
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2">
          <Wordmark language={language} />
          <nav aria-label={t('common:nav.label')}>
            <ul className="-mx-2 flex flex-wrap">
              {navigation(language).map(({ key, to }) => (
                <li key={key}>
                  <a
                    className="inline-flex min-h-[2.75rem] items-center px-2 font-bold no-underline hover:underline"
                    href={to}
                  >
                    {t(`common:nav.${key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-page px-4 py-6 sm:py-10">
        {children}
      </main>
      <Footer language={language} />
    </>
  )
}

const navigation = (language: Language) => [
  { key: 'submit', to: paths.submit(language) },
  { key: 'follow', to: paths.follow(language) },
  { key: 'submissions', to: paths.submissions(language) },
  { key: 'commitments', to: paths.commitments(language) },
  { key: 'dialogues', to: paths.dialogues(language) },
]
