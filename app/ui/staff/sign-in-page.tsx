import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { TrialBanner } from '../shell/trial-banner.tsx'
import { StaffLanguageSwitch, StaffMark } from './staff-shell.tsx'

type Reply = { values: Record<string, string>; errors: Record<string, string>; refused?: string }
type Props = { trial: boolean; reply: Partial<Reply> | undefined }

/** Where staff sign in. What was wrong is not said, only that something was. */
export function SignInPage({ trial, reply }: Props) {
  const { t, i18n } = useTranslation()
  const { values = {}, errors = {}, refused } = reply ?? {}
  const labels = { email: t('staff:signIn.email'), password: t('staff:signIn.password') }
  return (
    <div className="flex min-h-screen flex-col">
      {trial && <TrialBanner />}
      <main id="content" className="mx-auto flex w-full max-w-text flex-1 flex-col gap-6 px-4 py-10">
        <StaffMark />
        <h1>{t('staff:signIn.title')}</h1>
        {refused && (
          <Notice tone="danger" role="alert">
            {refused === 'too-many' ? t('errors:refusal.too-many') : t('staff:signIn.wrong')}
          </Notice>
        )}
        <ErrorSummary errors={errors} labels={labels} />
        <form method="post" action={paths.staffSignIn()} className="card stack">
          <Field name="email" label={labels.email} error={errors.email}>
            {(control) => (
              <input
                {...control}
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                dir="ltr"
                required
                defaultValue={values.email}
                className="control"
              />
            )}
          </Field>
          <Field name="password" label={labels.password} error={errors.password}>
            {(control) => (
              <input
                {...control}
                type="password"
                autoComplete="current-password"
                dir="ltr"
                required
                className="control"
              />
            )}
          </Field>
          <p>
            <button type="submit" className="button">
              {t('staff:signIn.submit')}
            </button>
          </p>
        </form>
        {trial && <p className="text-ink-soft">{t('staff:signIn.trial')}</p>}
        <p className="text-ink-soft">{t('staff:signIn.forgotten')}</p>
        <p>
          <a href={paths.home(i18n.language === 'en' ? 'en' : 'sv')}>{t('staff:signIn.residents')}</a>
        </p>
      </main>
      <StaffLanguageSwitch address={paths.staffSignIn()} />
    </div>
  )
}
