import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { TipDocument } from './tip-document.tsx'
import { SecretField } from './tip-key-forms.tsx'
import type { TipView } from './tip-view.server.ts'

export type DisclosureReply = {
  ref?: string
  errors?: Record<string, string>
  refused?: string
  wait?: string
  tip?: TipView
}

/** Where a registrar opens one tip with two of the paper shares, to decide whether it is disclosed. */
export function DisclosurePage({ title, reply }: { title: string; reply: DisclosureReply | undefined }) {
  const { t } = useTranslation()
  if (reply?.tip) return <TipDocument tip={reply.tip} />
  const errors = reply?.errors ?? {}
  const labels = { ref: t('tips:fact.ref'), share1: t('tips:keys.share1'), share2: t('tips:keys.share2') }
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('tips:disclosure.lead')}</p>
      </header>
      {reply?.refused && (
        <Notice tone="danger" role="alert">
          {reply.wait ?? t(`errors:refusal.${reply.refused}`)}
        </Notice>
      )}
      <ErrorSummary errors={errors} labels={labels} />
      <form method="post" className="card stack max-w-text">
        <Field name="ref" label={labels.ref} error={errors.ref}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              autoCapitalize="characters"
              dir="ltr"
              defaultValue={reply?.ref}
              className="control"
            />
          )}
        </Field>
        <SecretField name="share1" shown errors={errors} />
        <SecretField name="share2" shown errors={errors} />
        <p>
          <button type="submit" className="button">
            {t('tips:disclosure.submit')}
          </button>
        </p>
      </form>
    </div>
  )
}
