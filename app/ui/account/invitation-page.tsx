import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import type { AccountReply } from './form-reply.ts'
import { PasswordField } from './password-field.tsx'
import { ReplyNotice } from './reply-notice.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

export type Invited = { name: string; email: string; role: string; until: string; again: boolean }
type Props = {
  trial: boolean
  title: string
  token: string
  /** Whether there is an issuer whose account can be used instead of a password. */
  singleSignOn: boolean
  invited: Invited | null
  reply: AccountReply | undefined
}

/** Where somebody who was invited chooses her password; or what to do when the link no longer holds. */
export function InvitationPage({ trial, title, token, singleSignOn, invited, reply }: Props) {
  const { t } = useTranslation()
  const labels = { password: t('account:password.new'), again: t('account:password.again') }
  return (
    <SignInFrame trial={trial} title={title} address={paths.staffInvitation(token)}>
      {!invited && <p>{t('account:invitation.goneBody')}</p>}
      {invited && (
        <>
          <p>{t(invited.again ? 'account:invitation.againLead' : 'account:invitation.lead', invited)}</p>
          <ReplyNotice reply={reply} labels={labels} />
          <form method="post" action={paths.staffInvitation(token)} className="card stack">
            <p>
              {t('account:invitation.email')}: <bdi className="font-bold">{invited.email}</bdi>
            </p>
            <input type="hidden" name="username" autoComplete="username" value={invited.email} readOnly />
            <NewPasswordFields errors={reply?.errors ?? {}} labels={labels} />
            <p>
              <button type="submit" className="button">
                {t('account:invitation.submit')}
              </button>
            </p>
          </form>
          {singleSignOn && (
            <section className="stack">
              <p>{t('account:invitation.singleSignOnLead')}</p>
              <p>
                <a className="button-quiet" href={paths.staffSingleSignOnInvited(token)}>
                  {t('account:invitation.singleSignOn')}
                </a>
              </p>
            </section>
          )}
          <p className="text-ink-soft">{t('account:invitation.until', invited)}</p>
        </>
      )}
    </SignInFrame>
  )
}

type Fields = { errors: Record<string, string>; labels: { password: string; again: string } }

/** A new password, twice. */
export function NewPasswordFields({ errors, labels }: Fields) {
  const { t } = useTranslation()
  return (
    <>
      <PasswordField
        {...{ name: 'password', label: labels.password, error: errors.password, fill: 'new-password' }}
        hint={t('account:password.rule')}
      />
      <PasswordField {...{ name: 'again', label: labels.again, error: errors.again, fill: 'new-password' }} />
    </>
  )
}
