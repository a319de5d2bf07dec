import { useTranslation } from 'react-i18next'
import { languages, staffLanguages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { AlarmBanner, type ShownAlarm } from '../alarms/alarm-banner.tsx'
import { TrialBanner } from '../shell/trial-banner.tsx'
import { currentWay } from './current-way.ts'
import { useLoaded } from './use-arrival.ts'
import { showCurrent } from './show-current.ts'

type Props = {
  address: string
  trial: boolean
  name: string
  organisation: string
  ways: Record<
    | 'queue'
    | 'enter'
    | 'insights'
    | 'outbox'
    | 'questions'
    | 'templates'
    | 'rules'
    | 'fourEyes'
    | 'tips'
    | 'disclosure'
    | 'register'
    | 'audit'
    | 'people'
    | 'duty',
    boolean
  >
  alarms: ShownAlarm[]
  children: React.ReactNode
}

/** What surrounds every page of the back office: where to go, who is signed in, the language, the way out. */
export function StaffShell({ address, trial, name, organisation, ways, alarms, children }: Props) {
  const { t } = useTranslation()
  useLoaded()
  const links = [
    { key: 'home', to: paths.staff(), shown: true },
    { key: 'queue', to: paths.staffQueue(), also: paths.staffSubmission(''), shown: ways.queue },
    { key: 'enter', to: paths.staffEnter(), shown: ways.enter },
    { key: 'insights', to: paths.staffInsights(), shown: ways.insights },
    { key: 'tips', to: paths.staffTips(), shown: ways.tips },
    { key: 'disclosure', to: paths.staffTipsDisclosure(), shown: ways.disclosure },
    { key: 'outbox', to: paths.staffOutbox(), shown: ways.outbox },
    { key: 'questions', to: paths.staffQuestions(), shown: ways.questions },
    { key: 'templates', to: paths.staffTemplates(), shown: ways.templates },
    { key: 'rules', to: paths.staffRules(), shown: ways.rules },
    { key: 'fourEyes', to: paths.staffFourEyes(), shown: ways.fourEyes },
    { key: 'register', to: paths.staffRegister(), shown: ways.register },
    { key: 'audit', to: paths.staffAudit(), shown: ways.audit },
    { key: 'people', to: paths.staffPeople(), shown: ways.people },
    { key: 'duty', to: paths.staffDuty(), shown: ways.duty },
    { key: 'account', to: paths.staffAccount(), shown: true },
  ].filter(({ shown }) => shown)
  const path = address.split('?')[0] ?? ''
  return (
    <div className="flex min-h-screen flex-col">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3">
        {t('common:skip')}
      </a>
      {trial && <TrialBanner />}
      <AlarmBanner alarms={alarms} />
      <header className="no-print border-b-[3px] border-accent bg-surface">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 px-4 pt-2">
          <StaffMark />
          <nav aria-label={t('common:nav.label')} className="order-last -mx-4 w-screen sm:mx-0 sm:w-full">
            <ul key={path} ref={showCurrent} className="scroll-row relative px-2 sm:-mx-3 sm:flex-wrap sm:gap-x-1">
              {links.map(({ key, ...way }) => (
                <li key={key} className="shrink-0">
                  <a
                    href={way.to}
                    aria-current={currentWay(path, way, { ways: links, start: paths.staff() })}
                    className="inline-flex min-h-[2.75rem] items-center px-2 font-bold no-underline hover:underline aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-[3px]"
                  >
                    {t(`staff:nav.${key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <form method="post" action={paths.staffSignOut()} className="flex flex-wrap items-center gap-x-3">
            <span className="hidden text-sm text-ink-soft sm:inline">
              {name}, {organisation}
            </span>
            <button type="submit" className="min-h-[2.75rem] px-2 font-bold text-accent underline underline-offset-4">
              {t('staff:signOut')}
            </button>
          </form>
        </div>
      </header>
      <main id="content" className="mx-auto w-full max-w-page flex-1 px-4 py-6 sm:py-8">
        {children}
      </main>
      <StaffLanguageSwitch address={address} />
    </div>
  )
}

/** The portal's name, and that this is its back office. */
export function StaffMark() {
  const { t } = useTranslation()
  return (
    <p className="text-lg font-extrabold">
      {t('common:name')}{' '}
      <span className="ms-1 rounded-full bg-accent px-2.5 py-0.5 text-sm text-on-accent">{t('staff:mark')}</span>
    </p>
  )
}

/** The languages of the back office by their own names; choosing one stays on the page. */
export function StaffLanguageSwitch({ address }: { address: string }) {
  const { t, i18n } = useTranslation()
  return (
    <footer className="no-print mt-8 border-t border-line bg-sunken">
      <form
        method="post"
        action={paths.staffLanguage()}
        aria-label={t('common:languages')}
        className="mx-auto flex max-w-page flex-wrap gap-2 px-4 py-3"
      >
        <input type="hidden" name="to" value={address} />
        {staffLanguages.map((tag) => (
          <button
            key={tag}
            type="submit"
            name="language"
            value={tag}
            lang={tag}
            aria-pressed={tag === i18n.language}
            className="min-h-[2.75rem] px-2 text-ink underline-offset-4 hover:underline aria-pressed:font-bold aria-pressed:underline"
          >
            {languages[tag].name}
          </button>
        ))}
      </form>
    </footer>
  )
}
