import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import type { AccountReply } from './form-reply.ts'
import { PasswordField } from './password-field.tsx'
import { ReplyNotice } from './reply-notice.tsx'

type Props = {
  title: string
  to: string
  secondFactor: boolean
  /** Whether she signed in at her employer's issuer, and may do so again. */
  singleSignOn: boolean
  /** Whether that came to nothing. */
  refused: boolean
  reply: AccountReply | undefined
}

/** Asks who is signed in to prove once more who she is, before rights, keys or exports. */
export function ConfirmPage({ title, to, secondFactor, singleSignOn, refused, reply }: Props) {
  const { t } = useTranslation()
  const label = t(secondFactor ? 'account:confirm.either' : 'account:confirm.password')
  return (
    <div className="flex max-w-text flex-col gap-6">
      <h1>{title}</h1>
      <p>{t('account:confirm.lead')}</p>
      {refused && !reply && (
        <Notice tone="danger" role="alert">
          {t('account:confirm.notAgain')}
        </Notice>
      )}
      {singleSignOn && (
        <p>
          <a className="button" href={paths.staffSingleSignOnAgain(to)}>
            {t('account:confirm.singleSignOn')}
          </a>
        </p>
      )}
      <ReplyNotice reply={reply} labels={{ proof: label }} />
      <form method="post" action={paths.staffConfirm(to)} className="card stack">
        <PasswordField name="proof" label={label} error={reply?.errors?.proof} fill="current-password" />
        <p>
          <button type="submit" className="button">
            {t('account:confirm.submit')}
          </button>
        </p>
      </form>
    </div>
  )
}
