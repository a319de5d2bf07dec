import { useTranslation } from 'react-i18next'
import type { NoticeKind, NoticeWay } from '#db/schema/notices.ts'
import { paths } from '#app/paths.ts'
import { Panel } from '../staff/panel.tsx'
import type { AccountReply } from './form-reply.ts'
import { NoticesPanel } from './notices-panel.tsx'
import { Passkeys, type ShownPasskey } from './passkeys.tsx'
import { ReplyNotice } from './reply-notice.tsx'

export type ShownSession = { id: string; began: string; used: string; via: string; own: boolean }
type Props = {
  title: string
  email: string
  secondFactor: boolean
  sessions: ShownSession[]
  passkeys: ShownPasskey[]
  /** How one is told of one's cases; nothing for who has none. */
  notices: Partial<Record<NoticeKind, NoticeWay>> | undefined
  done: string | undefined
  reply: AccountReply | undefined
}

/** One's own account: password, second factor, passkeys, and where one is signed in. */
export function AccountPage({ title, email, secondFactor, sessions, passkeys, notices, done, reply }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-6">
      <header className="flex flex-col gap-2">
        <h1>{title}</h1>
        <p className="break-words text-ink-soft">
          <bdi>{email}</bdi>
        </p>
      </header>
      <ReplyNotice {...{ reply, labels: {} }} done={done && t(`account:done.${done}`)} />
      <Panel id="password" title={t('account:password.title')} hint={t('account:password.about')}>
        <p>
          <a className="button-quiet" href={paths.staffPassword()}>
            {t('account:password.change')}
          </a>
        </p>
      </Panel>
      <Panel id="factor" title={t('account:factor.title')} hint={t('account:factor.about')}>
        <p className="font-bold">{t(secondFactor ? 'account:factor.on' : 'account:factor.off')}</p>
        <p>
          <a className="button-quiet" href={paths.staffSecondFactor()}>
            {t(secondFactor ? 'account:factor.manage' : 'account:factor.setUp')}
          </a>
        </p>
      </Panel>
      {notices && <NoticesPanel chosen={notices} />}
      <Passkeys passkeys={passkeys} />
      <Sessions sessions={sessions} />
    </div>
  )
}

function Sessions({ sessions }: { sessions: ShownSession[] }) {
  const { t } = useTranslation()
  return (
    <Panel id="sessions" title={t('account:sessions.title')} hint={t('account:sessions.about')}>
      <ul className="flex flex-col divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div>
              <p className="font-bold">
                {t('account:sessions.began', session)} {session.own && t('account:sessions.own')}
              </p>
              <p className="text-ink-soft">
                {t('account:sessions.used', session)} · {t(`account:sessions.via.${session.via}`)}
              </p>
            </div>
            {!session.own && (
              <form method="post" action={paths.staffAccount()}>
                <input type="hidden" name="session" value={session.id} />
                <button type="submit" className="button-quiet" aria-label={t('account:sessions.endNamed', session)}>
                  {t('account:sessions.end')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={paths.staffAccount()} className="flex flex-wrap gap-3">
        {sessions.length > 1 && (
          <button type="submit" name="session" value="others" className="button-quiet">
            {t('account:sessions.endOthers')}
          </button>
        )}
        <button type="submit" name="session" value="all" className="button-quiet">
          {t('account:sessions.endAll')}
        </button>
      </form>
    </Panel>
  )
}
