import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'

export type ShownPerson = {
  id: string
  name: string
  email: string
  role: string
  organisation: string
  closed: string | null
  secondFactor: boolean
}
export type ShownInvitation = { id: string; name: string; email: string; role: string; until: string; again: boolean }
type Props = {
  title: string
  people: ShownPerson[]
  invitations: ShownInvitation[]
  done: string | undefined
}

/** Everybody with an account, and who has been invited to one. */
export function PeoplePage({ title, people, invitations, done }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('account:people.lead')}</p>
        <p>
          <a className="button" href={paths.staffInvite()}>
            {t('account:people.invite')}
          </a>
        </p>
      </header>
      {done && (
        <Notice tone="done" role="status">
          {t(`account:done.${done}`)}
        </Notice>
      )}
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      <section aria-labelledby="people" className="flex flex-col gap-4">
        <h2 id="people">{t('account:people.accounts')}</h2>
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {people.map((person) => (
            <li key={person.id}>
              <a
                href={paths.staffPerson(person.id)}
                className="card flex h-full flex-col gap-1 text-ink no-underline hover:border-accent"
              >
                <b className="text-lg leading-snug text-accent">
                  <bdi>{person.name}</bdi>
                </b>
                <span>
                  {t(`staff:role.${person.role}.name`)}, {person.organisation}
                </span>
                <span className="break-words text-sm text-ink-soft">
                  <bdi>{person.email}</bdi>
                </span>
                <span className="text-sm text-ink-soft">
                  {person.closed ?? t(person.secondFactor ? 'account:people.factor' : 'account:people.noFactor')}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Invitations({ invitations }: Pick<Props, 'invitations'>) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="invited" className="flex flex-col gap-4">
      <h2 id="invited">{t('account:people.invited')}</h2>
      <ul className="flex max-w-text flex-col gap-3">
        {invitations.map(({ id, name, email, role, until, again }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <p className="font-bold">
                <bdi>{name}</bdi>
              </p>
              <p className="break-words">
                <bdi>{email}</bdi>
              </p>
              <p className="text-sm text-ink-soft">
                {again ? t('account:people.newPassword') : t(`staff:role.${role}.name`)} · {until}
              </p>
            </div>
            <form method="post" action={paths.staffPeople()}>
              <button
                type="submit"
                name="withdraw"
                value={id}
                className="button-quiet"
                aria-label={t('account:people.withdrawNamed', { name })}
              >
                {t('account:people.withdraw')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
