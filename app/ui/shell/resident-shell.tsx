import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { EmergencyLinks } from './emergency-links.tsx'
import { Footer } from './footer.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LeaveBar } from './leave-bar.tsx'
import { TrialBanner } from './trial-banner.tsx'
import { Wordmark } from './wordmark.tsx'

type Props = { language: Language; offered: Language[]; address: string; trial: boolean; children: React.ReactNode }

/** What surrounds every page of a resident: languages and 112 first, then where to go, last who answers. */
export function ResidentShell({ language, offered, address, trial, children }: Props) {
  const { t } = useTranslation()
  const onHome = address.split('?')[0] === paths.home(language)
  // Where a person writes, gets her code or reads her own case.
  const canLeave = [paths.submit(language), paths.follow(language)].some((way) => address.startsWith(way))
  const writes = ['concern', 'idea'].some((kind) => address.startsWith(paths.submitKind(language, kind)))
  return (
    <div className="flex min-h-screen flex-col">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3">
        {t('common:skip')}
      </a>
      {trial && <TrialBanner />}
      <header>
        <div className="border-b border-line bg-sunken">
          <div className="mx-auto max-w-page lg:flex lg:items-center lg:justify-between">
            <LanguageSwitch language={language} offered={offered} address={address} />
            <EmergencyLinks />
          </div>
        </div>
        <div className="border-b border-line bg-surface">
          <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 px-4 py-1.5">
            <Wordmark language={language} />
            <Navigation language={language} address={address} hiddenOnPhones={onHome || writes} />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-page flex-1 px-4 py-5 sm:py-10">
        {children}
        {!languages[language].reviewed && <p className="pt-10 text-sm text-ink-soft">{t('common:notReviewed')}</p>}
      </main>
      <Footer language={language} />
      {canLeave && <LeaveBar language={language} />}
    </div>
  )
}

type NavigationProps = { language: Language; address: string; hiddenOnPhones: boolean }

/** The main ways in; on a phone they are left out at home, which has its doors, and where the form needs the room. */
function Navigation({ language, address, hiddenOnPhones }: NavigationProps) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('common:nav.label')} className={hiddenOnPhones ? 'hidden sm:block' : ''}>
      <ul className="-mx-2 flex flex-wrap">
        {ways.map(({ key, to }) => (
          <li key={key}>
            <a
              href={to(language)}
              aria-current={address.startsWith(to(language)) ? 'page' : undefined}
              className="inline-flex min-h-[2.75rem] items-center px-2 font-bold no-underline hover:underline aria-[current]:underline aria-[current]:decoration-voice aria-[current]:decoration-[3px]"
            >
              {t(`common:nav.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const ways = [
  { key: 'submit', to: paths.submit },
  { key: 'follow', to: paths.follow },
  { key: 'submissions', to: paths.submissions },
  { key: 'commitments', to: paths.commitments },
  { key: 'dialogues', to: paths.dialogues },
]
