import { useTranslation } from 'react-i18next'
import type { Authority } from '#db/schema/staff.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'

type Reply = { values: Record<string, string>; errors: Record<string, string>; refused?: string | undefined }
type Props = {
  title: string
  done: boolean
  addresses: Record<Authority, string[]>
  /** A mark of the addresses of each, as they stand here. */
  seen: Record<Authority, string>
  reply: Reply | undefined
}

/** Where those on duty of each authority are mailed when there is an alarm. */
export function DutyPage({ title, done, addresses, seen, reply }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p>{t('alarms:duty.lead')}</p>
        <p className="text-ink-soft">{t('alarms:duty.mail')}</p>
      </header>
      {done && !reply && (
        <Notice tone="done" role="status">
          <p>{t('alarms:duty.done')}</p>
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {(Object.keys(addresses) as Authority[]).map((authority) => (
          <Desk
            key={authority}
            authority={authority}
            addresses={addresses[authority]}
            seen={seen[authority]}
            reply={reply?.values.authority === authority ? reply : undefined}
          />
        ))}
      </div>
    </div>
  )
}

type DeskProps = { authority: Authority; addresses: string[]; seen: string; reply: Reply | undefined }

function Desk({ authority, addresses, seen, reply }: DeskProps) {
  const { t } = useTranslation()
  const id = `addresses-${authority}`
  const error = reply?.errors.addresses
  return (
    <form method="post" action={paths.staffDuty()} className="card flex flex-col gap-4">
      <h2 className="text-xl sm:text-xl">{t(`staff:authority.${authority}`)}</h2>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          <p>{t(`errors:refusal.${reply.refused}`)}</p>
          <p className="break-words">
            {t('alarms:duty.now')} <bdi>{addresses.length > 0 ? addresses.join(', ') : t('alarms:duty.nobody')}</bdi>
          </p>
        </Notice>
      )}
      <ErrorSummary errors={error ? { [id]: error } : {}} labels={{ [id]: t('alarms:duty.addresses') }} />
      <input type="hidden" name="authority" value={authority} />
      <input type="hidden" name="seen" value={seen} />
      <Field name={id} label={t('alarms:duty.addresses')} hint={t('alarms:duty.hint')} error={error}>
        {(control) => (
          <textarea
            {...control}
            name="addresses"
            rows={4}
            dir="ltr"
            defaultValue={reply?.values.addresses ?? addresses.join('\n')}
            className="control"
          />
        )}
      </Field>
      <p>
        <button type="submit" className="button">
          {t('alarms:duty.submit')}
        </button>
      </p>
    </form>
  )
}
