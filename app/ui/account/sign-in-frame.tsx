import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TrialBanner } from '../shell/trial-banner.tsx'
import { StaffLanguageSwitch, StaffMark } from '../staff/staff-shell.tsx'

type Props = { trial: boolean; title: string; address: string; children: React.ReactNode }

/** What surrounds the pages of the back office that are seen before somebody has signed in. */
export function SignInFrame({ trial, title, address, children }: Props) {
  const { i18n, t } = useTranslation()
  return (
    <div className="flex min-h-screen flex-col">
      {trial && <TrialBanner />}
      <main id="content" className="mx-auto flex w-full max-w-text flex-1 flex-col gap-6 px-4 py-10">
        <StaffMark />
        <h1>{title}</h1>
        {children}
        <p>
          <a href={paths.home(i18n.language === 'en' ? 'en' : 'sv')}>{t('staff:signIn.residents')}</a>
        </p>
      </main>
      <StaffLanguageSwitch address={address} />
    </div>
  )
}
