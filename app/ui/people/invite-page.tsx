import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import type { AccountReply } from '../account/form-reply.ts'
import { ReplyNotice } from '../account/reply-notice.tsx'
import { Field } from '../field.tsx'
import { RoleFields, type RoleOptions } from './role-fields.tsx'

type Props = { title: string; options: RoleOptions; reply: AccountReply | undefined }

/** Where an administrator invites somebody. */
export function InvitePage({ title, options, reply }: Props) {
  const { t } = useTranslation()
  const { values = {}, errors = {} } = reply ?? {}
  const labels = {
    ...{ name: t('account:people.name'), email: t('account:people.email') },
    ...{ role: t('account:people.role'), organisation: t('account:people.organisation') },
  }
  return (
    <div className="flex max-w-text flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffPeople()}>
          {t('account:people.back')}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{t('account:people.inviteLead')}</p>
      <ReplyNotice reply={reply} labels={labels} />
      <form method="post" action={paths.staffInvite()} className="card stack">
        <Field name="name" label={labels.name} error={errors.name}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              required
              maxLength={100}
              defaultValue={values.name}
              className="control"
            />
          )}
        </Field>
        <Field name="email" label={labels.email} error={errors.email}>
          {(control) => (
            <input
              {...control}
              {...{ type: 'email', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, dir: 'ltr' }}
              required
              maxLength={254}
              defaultValue={values.email}
              className="control"
            />
          )}
        </Field>
        <RoleFields {...{ options, values, errors }} />
        <p>
          <button type="submit" className="button">
            {t('account:people.send')}
          </button>
        </p>
      </form>
    </div>
  )
}
