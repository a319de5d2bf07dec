import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import { useCodeInAddress } from './use-code-in-address.ts'

type Props = {
  code: string | undefined
  errors: Record<string, string>
  /** How long to wait after too many tries, in words. */
  wait: string | undefined
  /** What was written when the page had closed by itself, and how many photos wait with it; all is sent with the code. */
  kept: { message: string | undefined; photos: number }
  formToken: string
  action: string
}

/** Where the receipt code is typed, in any way a person may type it, or filled in from a QR code: then one tap is left. */
export function CodeForm({ code, errors, wait, kept, formToken, action }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const scanned = useCodeInAddress()
  useEffect(() => {
    if (!scanned || !field.current) return
    field.current.value = scanned
    button.current?.focus()
  }, [scanned])
  return (
    <form id="form" method="post" action={action} noValidate className="flex max-w-text flex-col gap-5">
      {wait && (
        <p role="alert" className="rounded-card border-2 border-danger bg-danger-tint p-4 font-bold text-danger">
          {wait}
        </p>
      )}
      <Field name="code" label={t('follow:code.label')} hint={t('follow:code.hint')} error={errors.code}>
        {(attributes) => (
          <input
            {...attributes}
            ref={field}
            type="text"
            required
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            defaultValue={code}
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX"
            className="control text-lg font-bold tracking-wider placeholder:font-normal placeholder:text-line-strong"
          />
        )}
      </Field>
      <p role="status" className={scanned ? 'font-bold text-accent' : 'sr-only'}>
        {scanned && t('follow:code.filledIn')}
      </p>
      {(kept.message || kept.photos > 0) && <Kept {...{ kept, formToken }} error={errors.message} />}
      <button ref={button} type="submit" className="button self-start px-10 text-lg">
        {t('follow:code.open')}
      </button>
      <p className="text-ink-soft">{t('follow:code.lost')}</p>
    </form>
  )
}

type KeptProps = Pick<Props, 'kept' | 'formToken'> & { error: string | undefined }

function Kept({ kept: { message, photos }, error, formToken }: KeptProps) {
  const { t } = useTranslation()
  return (
    <>
      <input type="hidden" name="formToken" value={formToken} />
      {message ? (
        <Field name="message" label={t('follow:code.kept')} hint={t('follow:code.keptHint')} error={error}>
          {(attributes) => <textarea {...attributes} rows={5} dir="auto" defaultValue={message} className="control" />}
        </Field>
      ) : (
        <input type="hidden" name="message" value="" />
      )}
      {photos > 0 && <p className="font-bold">{t('follow:code.keptPhotos')}</p>}
    </>
  )
}
