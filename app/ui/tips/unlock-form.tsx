import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'

/** Where an officer gives her passphrase for tips; `to` is the tip she was on her way to. */
export function UnlockForm({ error, to }: { error?: string | undefined; to?: string | undefined }) {
  const { t } = useTranslation()
  return (
    <form method="post" action={paths.staffTipsUnlock()} className="card stack max-w-text">
      {to && <input type="hidden" name="to" value={to} />}
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
