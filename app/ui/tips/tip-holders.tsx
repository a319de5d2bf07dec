import { useTranslation } from 'react-i18next'
import { FieldError } from '../field.tsx'

export type ShownHolder = {
  id: string
  name: string
  active: boolean
  granted: boolean
  deputyId: string | null
  headId: string | null
  /** Whether nobody stands in for her who could, or she has no head. */
  lacks: ('deputy' | 'head')[]
}
type Props = {
  holders: ShownHolder[]
  officers: { id: string; name: string }[]
  /** Who looks at the page, and whether tips are unlocked in her session. */
  own: string
  open: boolean
  errors: Record<string, string>
}

/** Every officer with a passphrase: whether she can open tips, who stands in for her, and what can be changed. */
export function TipHolders(props: Props) {
  const { t } = useTranslation()
  if (props.holders.length === 0) return <p>{t('tips:keys.noHolders')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {props.holders.map((holder) => (
        <Holder key={holder.id} holder={holder} {...props} />
      ))}
    </ul>
  )
}

function Holder({ holder, holders, officers, own, open, errors }: Props & { holder: ShownHolder }) {
  const { t } = useTranslation()
  const { id, name, active, granted, lacks } = holder
  const standing = !active ? 'gone' : granted ? 'granted' : 'waits'
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>{name}</b>
        {id === own && <span className="text-ink-soft">{t('tips:keys.you')}</span>}
        <span className={standing === 'granted' ? 'font-bold text-accent' : 'text-ink-soft'}>
          {t(`tips:keys.holder.${standing}`)}
        </span>
        {lacks.map((what) => (
          <span key={what} className="font-bold text-sun">
            {t(`tips:keys.lacks.${what}`)}
          </span>
        ))}
      </p>
      {active && <Substitutes {...{ holder, holders, officers, open }} />}
      {open && granted && <Revoke {...{ id, name }} self={id === own} error={errors[`sure-${id}`]} />}
      {open && !granted && active && (
        <form method="post">
          <input type="hidden" name="verb" value="grant" />
          <input type="hidden" name="officer" value={id} />
          <button type="submit" className="button-quiet">
            {t('tips:keys.grant', { name })}
          </button>
        </form>
      )}
    </li>
  )
}

type RevokeProps = { id: string; name: string; self: boolean; error: string | undefined }

/** Takes the right away, after saying what that does and asking once more. */
function Revoke({ id, name, self, error }: RevokeProps) {
  const { t } = useTranslation()
  const field = `sure-${id}`
  return (
    <details open={error !== undefined}>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">
        {self ? t('tips:keys.revokeOwn') : t('tips:keys.revoke', { name })}
      </summary>
      <form method="post" className="flex max-w-text flex-col gap-3">
        <input type="hidden" name="verb" value="revoke" />
        <input type="hidden" name="officer" value={id} />
        <p>{t(self ? 'tips:keys.revokeSelf' : 'tips:keys.revokeHint')}</p>
        {error && <FieldError name={field} code={error} />}
        <label className="flex min-h-[2.75rem] items-center gap-3">
          <input
            type="checkbox"
            id={field}
            name="sure"
            value="yes"
            required
            aria-invalid={error ? true : undefined}
            aria-describedby={error && `${field}-error`}
            className="h-5 w-5 accent-accent"
          />
          {t('tips:keys.revokeSure', { name })}
        </label>
        <p>
          <button type="submit" className="button-quiet">
            {t('tips:keys.revokeSubmit')}
          </button>
        </p>
      </form>
    </details>
  )
}

type SubstitutesProps = Pick<Props, 'holders' | 'officers' | 'open'> & { holder: ShownHolder }

/** Who stands in for a holder and who is her head; who has tips open can say so. */
function Substitutes({ holder: { id, name, deputyId, headId }, holders, officers, open }: SubstitutesProps) {
  const { t } = useTranslation()
  const nameOf = (person: string | null) => officers.find((one) => one.id === person)?.name ?? t('staff:assign.nobody')
  if (!open)
    return (
      <p>
        {t('tips:keys.deputy')}: {nameOf(deputyId)} · {t('tips:keys.head')}: {nameOf(headId)}
      </p>
    )
  const others = holders.filter((one) => one.active && one.id !== id)
  return (
    <form method="post" className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <input type="hidden" name="verb" value="substitutes" />
      <input type="hidden" name="holder" value={id} />
      <Person id={`deputy-${id}`} name="deputy" among={others} chosen={deputyId} />
      <Person id={`head-${id}`} name="head" among={officers.filter((one) => one.id !== id)} chosen={headId} />
      <button type="submit" className="button-quiet" aria-label={t('tips:keys.saveFor', { name })}>
        {t('tips:keys.save')}
      </button>
    </form>
  )
}

type PersonProps = { id: string; name: string; among: { id: string; name: string }[]; chosen: string | null }

function Person({ id, name, among, chosen }: PersonProps) {
  const { t } = useTranslation()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-bold">
        {t(`tips:keys.${name}`)}
      </label>
      <select id={id} name={name} defaultValue={chosen ?? ''} className="control">
        <option value="">{t('staff:assign.nobody')}</option>
        {among.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  )
}
