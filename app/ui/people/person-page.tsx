import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import type { AccountReply } from '../account/form-reply.ts'
import { ReplyNotice } from '../account/reply-notice.tsx'
import { Panel } from '../staff/panel.tsx'
import { RoleFields, type RoleOptions } from './role-fields.tsx'

type Verb = 'end-sessions' | 'new-password' | 'remove-factor' | 'deactivate' | 'reactivate'
type Props = {
  id: string
  name: string
  email: string
  /** The administrator's own account, of which nothing is changed here. */
  own: boolean
  closed: string | null
  /** What can be done to the account, apart from its role; each with what it means now. */
  verbs: { verb: Verb; about: string }[]
  values: { role: string; organisation: string; areas: string }
  options: RoleOptions
  done: string | undefined
  reply: AccountReply | undefined
}

/** One account: its role, and what an administrator can do to it. */
export function PersonPage({ id, name, email, own, closed, verbs, values, options, done, reply }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffPeople()}>
          {t('account:people.back')}
        </a>
      </p>
      <header className="flex flex-col gap-1">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="break-words text-ink-soft">
          <bdi>{email}</bdi>
        </p>
        {closed && <p className="font-bold text-danger">{closed}</p>}
      </header>
      <ReplyNotice {...{ reply, labels: {} }} done={done && t(`account:done.${done}`)} />
      {own ? (
        <p>{t('account:people.own')}</p>
      ) : closed ? (
        <>
          <Verbs id={id} verbs={verbs} look="button" />
          <RoleForm {...{ id, values, options, reply }} look="button-quiet" />
        </>
      ) : (
        <>
          <RoleForm {...{ id, values, options, reply }} look="button" />
          <Verbs id={id} verbs={verbs} look="button-quiet" />
        </>
      )}
    </div>
  )
}

/** What matters most on the page has the filled button: of a closed account that it can be opened. */
type Look = { look: 'button' | 'button-quiet' }

function RoleForm({ id, values, options, reply, look }: Pick<Props, 'id' | 'values' | 'options' | 'reply'> & Look) {
  const { t } = useTranslation()
  // A form that comes back without areas had none ticked.
  const shown = { ...values, ...(reply?.values?.role ? { areas: '', ...reply.values } : {}) }
  return (
    <Panel id="role" title={t('account:people.roleTitle')} hint={t('account:people.roleHint')}>
      <form method="post" action={paths.staffPerson(id)} className="stack">
        <RoleFields options={options} values={shown} errors={reply?.errors ?? {}} />
        <p>
          <button type="submit" name="verb" value="role" className={look}>
            {t('account:people.changeRole')}
          </button>
        </p>
      </form>
    </Panel>
  )
}

const Verbs = ({ id, verbs, look }: Pick<Props, 'id' | 'verbs'> & Look) =>
  verbs.map(({ verb, about }) => <VerbPanel key={verb} {...{ id, verb, about, look }} />)

function VerbPanel({ id, verb, about, look }: { id: string; verb: Verb; about: string } & Look) {
  const { t } = useTranslation()
  return (
    <Panel id={verb} title={t(`account:people.verb.${verb}.title`)} hint={about}>
      <form method="post" action={paths.staffPerson(id)}>
        <button type="submit" name="verb" value={verb} className={look}>
          {t(`account:people.verb.${verb}.submit`)}
        </button>
      </form>
    </Panel>
  )
}
