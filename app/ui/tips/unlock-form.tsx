import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import type { Carried } from './carried.ts'

type Props = { error?: string | undefined; to?: string | undefined; carried?: Carried | undefined }

/** Where an officer gives her passphrase for tips; `to` is the tip she was on her way to, `carried` what she did there. */
export function UnlockForm({ error, to, carried }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" action={paths.staffTipsUnlock(to)} className="card stack max-w-text">
      {carried && (
        <Notice tone="wait" role="status">
          {t(`tips:unlock.carried.${carried.verb === 'reply' || carried.verb === 'draft' ? carried.verb : 'other'}`)}
        </Notice>
      )}
      {carried &&
        Object.entries(carried).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Field name="passphrase" label={t('tips:unlock.passphrase')} hint={t('tips:unlock.hint')} error={error}>
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            required
            className="control"
          />
        )}
      </Field>
      <p>
        <button type="submit" className="button">
          {t('tips:unlock.submit')}
        </button>
      </p>
    </form>
  )
}
