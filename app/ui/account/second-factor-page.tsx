import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import { QrCode } from '../receipt/qr-code.tsx'
import { CodeField } from './code-field.tsx'
import type { AccountReply } from './form-reply.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ReplyNotice } from './reply-notice.tsx'

export type SetUp = { secret: string; address: string; qr: { size: number; path: string } }
type Props = {
  title: string
  /** What the app takes up; null when a second factor is in use. */
  setUp: SetUp | null
  /** Nothing else can be done before. */
  required: boolean
  reply: (AccountReply & { codes?: string[] }) | undefined
}

/** Sets up, renews or removes the app that gives codes. */
export function SecondFactorPage({ title, setUp, required, reply }: Props) {
  const { t } = useTranslation()
  const labels = { code: t('account:factor.code') }
  return (
    <div className="flex max-w-text flex-col gap-6">
      {!required && (
        <p>
          <a className="way-on" href={paths.staffAccount()}>
            {t('account:back')}
          </a>
        </p>
      )}
      <h1>{title}</h1>
      {reply?.codes ? (
        <RecoveryCodes codes={reply.codes} />
      ) : (
        <>
          {required && <Notice tone="wait">{t('account:factor.required')}</Notice>}
          <ReplyNotice reply={reply} labels={labels} />
          {setUp ? <Start setUp={setUp} label={labels.code} error={reply?.errors?.code} /> : <InUse />}
        </>
      )}
    </div>
  )
}

function Start({ setUp, label, error }: { setUp: SetUp; label: string; error: string | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('account:factor.lead')}</p>
      <section aria-labelledby="take" className="card stack">
        <h2 id="take">{t('account:factor.take')}</h2>
        <div className="flex flex-col gap-5 sm:flex-row">
          <QrCode qr={setUp.qr} label={t('account:factor.qr')} />
          <div className="flex min-w-0 flex-col gap-3">
            <p>{t('account:factor.byHand')}</p>
            <p dir="ltr" className="font-mono text-lg">
              {setUp.secret}
            </p>
            <p>
              <a href={setUp.address}>{t('account:factor.sameDevice')}</a>
            </p>
          </div>
        </div>
      </section>
      <form method="post" action={paths.staffSecondFactor()} className="card stack">
        <h2>{t('account:factor.confirmTitle')}</h2>
        <input type="hidden" name="verb" value="confirm" />
        <CodeField digits label={label} hint={t('account:factor.codeHint')} error={error} />
        <p>
          <button type="submit" className="button">
            {t('account:factor.confirm')}
          </button>
        </p>
      </form>
    </>
  )
}

function InUse() {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('account:factor.inUse')}</p>
      {(['renew', 'remove'] as const).map((verb) => (
        <form key={verb} method="post" action={paths.staffSecondFactor()} className="card flex flex-col gap-3">
          <h2>{t(`account:factor.${verb}.title`)}</h2>
          <p>{t(`account:factor.${verb}.lead`)}</p>
          <p>
            <button type="submit" name="verb" value={verb} className="button-quiet">
              {t(`account:factor.${verb}.submit`)}
            </button>
          </p>
        </form>
      ))}
    </>
  )
}
