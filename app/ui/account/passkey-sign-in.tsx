import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { useScript } from '../use-script.ts'
import { usePasskey } from './use-passkey.ts'

/** Signing in with a passkey, where script runs. */
export function PasskeySignIn() {
  const { t } = useTranslation()
  const runs = useScript()
  const { form, answer, failed, ask } = usePasskey('use')
  if (!runs) return null
  return (
    <form ref={form} method="post" action={paths.staffPasskeySignIn()} onSubmit={ask} className="flex flex-col gap-2">
      <input type="hidden" name="answer" value={answer} readOnly />
      {failed && (
        <p role="alert" className="font-bold text-danger">
          {t('account:passkeys.failed.device')}
        </p>
      )}
      <p>
        <button type="submit" className="button-quiet">
          {t('account:passkeys.signIn')}
        </button>
      </p>
    </form>
  )
}
