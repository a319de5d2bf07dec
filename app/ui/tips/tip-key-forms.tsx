import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'

type Errors = { errors: Record<string, string> }

/** A field for a secret: nothing remembers it, and it is not shown again. */
export function SecretField({
  name,
  hint,
  errors,
  shown = false,
}: Errors & { name: string; hint?: string; shown?: boolean }) {
  const { t } = useTranslation()
  return (
    <Field name={name} label={t(`tips:keys.${name}`)} hint={hint} error={errors[name]}>
      {(control) => (
        <input
          {...control}
          type={shown ? 'text' : 'password'}
          autoComplete={shown || name === 'current' ? 'off' : 'new-password'}
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          className="control"
        />
      )}
    </Field>
  )
}

/** Sets an officer's own passphrase, or a new one when she has forgotten hers. */
export function PassphraseForm({ errors, anew }: Errors & { anew: boolean }) {
  const { t } = useTranslation()
  const form = (
    <form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="verb" value="passphrase" />
      <SecretField name="passphrase" hint={t('tips:keys.passphraseHint')} errors={errors} />
      <SecretField name="again" errors={errors} />
      <p>
        <button type="submit" className={anew ? 'button-quiet' : 'button'}>
          {t('tips:keys.set')}
        </button>
      </p>
    </form>
  )
  if (!anew) return form
  return (
    <details open={Boolean(errors.passphrase ?? errors.again)}>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold text-accent">{t('tips:keys.setAnew')}</summary>
      <p className="mb-4 text-ink-soft">{t('tips:keys.forgotten')}</p>
      {form}
    </details>
  )
}

/** Another passphrase, for who knows hers: what was granted to her stays. */
export function ChangePassphraseForm({ errors }: Errors) {
  const { t } = useTranslation()
  return (
    <form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="verb" value="change-passphrase" />
      <SecretField name="current" errors={errors} />
      <SecretField name="next" hint={t('tips:keys.passphraseHint')} errors={errors} />
      <SecretField name="nextAgain" errors={errors} />
      <p>
        <button type="submit" className="button-quiet">
          {t('tips:keys.change')}
        </button>
      </p>
    </form>
  )
}

/** Makes a recovery key, or another one in place of it. */
export function RecoveryForm({ seen, blocked }: { seen: string; blocked: boolean }) {
  const { t } = useTranslation()
  if (blocked) return <p className="text-ink-soft">{t('tips:keys.unlockFirst')}</p>
  return (
    <form method="post">
      <input type="hidden" name="verb" value="recovery-key" />
      <input type="hidden" name="seen" value={seen} />
      <button type="submit" className="button-quiet">
        {t(seen ? 'tips:keys.replaceRecovery' : 'tips:keys.makeRecovery')}
      </button>
    </form>
  )
}

/** Makes the first key that tips are sealed to. */
export function TipsKeyForm() {
  const { t } = useTranslation()
  return (
    <form method="post">
      <input type="hidden" name="verb" value="tips-key" />
      <button type="submit" className="button">
        {t('tips:keys.makeKey')}
      </button>
    </form>
  )
}

/** The way back with two paper shares, when no holder remembers her passphrase. */
export function SharesForm({ errors }: Errors) {
  const { t } = useTranslation()
  return (
    <form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="verb" value="shares" />
      <SecretField name="share1" shown errors={errors} />
      <SecretField name="share2" shown errors={errors} />
      <p>
        <button type="submit" className="button-quiet">
          {t('tips:keys.useShares')}
        </button>
      </p>
    </form>
  )
}
