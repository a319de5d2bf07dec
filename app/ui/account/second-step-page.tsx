import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { CodeField } from './code-field.tsx'
import type { AccountReply } from './form-reply.ts'
import { ReplyNotice } from './reply-notice.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

type Props = { trial: boolean; title: string; reply: AccountReply | undefined }

/** The second step of signing in: a code from the app, or a recovery code. */
export function SecondStepPage({ trial, title, reply }: Props) {
  const { t } = useTranslation()
  const label = t('account:secondStep.code')
  return (
    <SignInFrame trial={trial} title={title} address={paths.staffSecondStep()}>
      <p>{t('account:secondStep.lead')}</p>
      <ReplyNotice reply={reply} labels={{ code: label }} />
      <form method="post" action={paths.staffSecondStep()} className="card stack">
        <CodeField label={label} hint={t('account:secondStep.hint')} error={reply?.errors?.code} />
        <p>
          <button type="submit" className="button">
            {t('account:secondStep.submit')}
          </button>
        </p>
      </form>
      <p className="text-ink-soft">{t('account:secondStep.lost')}</p>
      <p>
        <a href={paths.staffSignIn()}>{t('account:secondStep.back')}</a>
      </p>
    </SignInFrame>
  )
}
