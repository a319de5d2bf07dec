import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { PasskeySignIn } from '../account/passkey-sign-in.tsx'
import { SignInFrame } from '../account/sign-in-frame.tsx'

type Reply = { values: Record<string, string>; errors: Record<string, string>; refused?: string }
type Props = {
  trial: boolean
  singleSignOn: boolean
  /** What another way of signing in has come to, or that a password was chosen. */
  notice: 'chosen' | 'passkey' | 'single-sign-on' | 'too-many' | undefined
  reply: Partial<Reply> | undefined
}

/** Where staff sign in. What was wrong is not said, only that something was. */
export function SignInPage({ trial, singleSignOn, notice, reply }: Props) {
  const { t } = useTranslation()
  const { values = {}, errors = {}, refused } = reply ?? {}
  const labels = { email: t('staff:signIn.email'), password: t('staff:signIn.password') }
  return (
    <SignInFrame trial={trial} title={t('staff:signIn.title')} address={paths.staffSignIn()}>
      {notice && !reply && (
        <Notice tone={notice === 'chosen' ? 'done' : 'danger'} role={notice === 'chosen' ? 'status' : 'alert'}>
          {notice === 'too-many' ? t('errors:refusal.too-many') : t(`account:notice.${notice}`)}
        </Notice>
      )}
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
      <PasskeySignIn />
      {singleSignOn && (
        <p>
          <a className="button-quiet" href={paths.staffSingleSignOn()}>
            {t('account:singleSignOn')}
          </a>
        </p>
      )}
      {trial && <p className="text-ink-soft">{t('staff:signIn.trial')}</p>}
      <p className="text-ink-soft">{t('staff:signIn.forgotten')}</p>
    </SignInFrame>
  )
}
