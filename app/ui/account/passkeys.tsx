import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'
import { Panel } from '../staff/panel.tsx'
import { useScript } from '../use-script.ts'
import { usePasskey } from './use-passkey.ts'

export type ShownPasskey = { id: string; name: string; made: string; used: string | null }

/** One's own passkeys, what can be done to each, and a new one where the browser can make it. */
export function Passkeys({ passkeys }: { passkeys: ShownPasskey[] }) {
  const { t } = useTranslation()
  return (
    <Panel id="passkeys" title={t('account:passkeys.title')} hint={t('account:passkeys.about')}>
      {passkeys.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <NewPasskey />
    </Panel>
  )
}

function Passkey({ passkey }: { passkey: ShownPasskey }) {
  const { t } = useTranslation()
  const { id, name, made, used } = passkey
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="font-bold">
        <bdi>{name}</bdi>
      </p>
      <p className="text-ink-soft">
        {t('account:passkeys.made', { made })} ·{' '}
        {used ? t('account:passkeys.used', { used }) : t('account:passkeys.unused')}
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Rename id={id} />
        <form method="post" action={paths.staffPasskeys()}>
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            name="verb"
            value="remove"
            className="button-quiet"
            aria-label={t('account:passkeys.removeNamed', { name })}
          >
            {t('account:passkeys.remove')}
          </button>
        </form>
      </div>
    </li>
  )
}

/** Out of the way until it is wanted: few keys get another name. */
function Rename({ id }: { id: string }) {
  const { t } = useTranslation()
  const field = `name-${id}`
  return (
    <details>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {t('account:passkeys.rename')}
      </summary>
      <form method="post" action={paths.staffPasskeys()} className="flex flex-wrap items-end gap-3 pt-1">
        <input type="hidden" name="id" value={id} />
        <div className="flex flex-col gap-1.5">
          <label htmlFor={field} className="font-bold">
            {t('account:passkeys.name')}
          </label>
          <input id={field} name="name" maxLength={60} required dir="auto" className="control" />
        </div>
        <button type="submit" name="verb" value="rename" className="button-quiet">
          {t('account:passkeys.save')}
        </button>
      </form>
    </details>
  )
}

function NewPasskey() {
  const { t } = useTranslation()
  const runs = useScript()
  const { form, answer, failed, ask } = usePasskey('make')
  if (!runs) return <p className="text-ink-soft">{t('account:passkeys.needsScript')}</p>
  return (
    <form ref={form} method="post" action={paths.staffPasskeys()} onSubmit={ask} className="flex flex-col gap-3">
      <input type="hidden" name="verb" value="add" />
      <input type="hidden" name="answer" value={answer} readOnly />
      <Field name="name" label={t('account:passkeys.newName')} hint={t('account:passkeys.newNameHint')}>
        {(control) => <input {...control} maxLength={60} required dir="auto" className="control" />}
      </Field>
      {failed && (
        <p role="alert" className="font-bold text-danger">
          {t(`account:passkeys.failed.${failed}`)}
        </p>
      )}
      <p>
        <button type="submit" className="button-quiet">
          {t('account:passkeys.add')}
        </button>
      </p>
    </form>
  )
}
