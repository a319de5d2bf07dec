import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import type { AccountReply } from './form-reply.ts'
import { NewPasswordFields } from './invitation-page.tsx'
import { PasswordField } from './password-field.tsx'
import { ReplyNotice } from './reply-notice.tsx'

type Props = { title: string; reply: AccountReply | undefined }

/** Where who is signed in changes her password. */
export function PasswordPage({ title, reply }: Props) {
  const { t } = useTranslation()
  const errors = reply?.errors ?? {}
  const labels = {
    ...{ current: t('account:password.current'), password: t('account:password.new') },
    again: t('account:password.again'),
  }
  return (
    <div className="flex max-w-text flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffAccount()}>
          {t('account:back')}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{t('account:password.lead')}</p>
      <ReplyNotice reply={reply} labels={labels} />
      <form method="post" action={paths.staffPassword()} className="card stack">
        <PasswordField name="current" label={labels.current} error={errors.current} fill="current-password" />
        <NewPasswordFields errors={errors} labels={labels} />
        <p>
          <button type="submit" className="button">
            {t('account:password.submit')}
          </button>
        </p>
      </form>
    </div>
  )
}
