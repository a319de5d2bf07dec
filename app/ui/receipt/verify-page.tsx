import { useTranslation } from 'react-i18next'
import type { Verdict } from '#app/domain/submissions/judge-proof.server.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'

type Props = {
  title: string
  reply:
    | {
        values: Record<string, string>
        errors: Record<string, string>
        verdict: Verdict | undefined
        /** How long to wait after too many tries, in words. */
        wait: string | undefined
      }
    | undefined
}

const tones = { holds: 'done', differs: 'wait', 'not-ours': 'danger' } as const

/** Where anybody who was given a proof of receipt finds out what it is worth; nothing of the case itself is told. */
export function VerifyPage({ title, reply }: Props) {
  const { t } = useTranslation()
  const { values = {}, errors = {}, verdict, wait } = reply ?? {}
  return (
    <div className="flex max-w-text flex-col gap-8">
      <header className="flex flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('receipt:verify.lead')}</p>
      </header>
      <ErrorSummary errors={errors} labels={{ proof: t('receipt:verify.label') }} />
      {verdict && (
        <Notice tone={tones[verdict]} role="status">
          <h2>{t(`receipt:verify.verdict.${verdict}.title`)}</h2>
          <p>{t(`receipt:verify.verdict.${verdict}.body`)}</p>
        </Notice>
      )}
      {wait && (
        <Notice tone="danger" role="alert">
          <p className="font-bold">{wait}</p>
        </Notice>
      )}
      <form id="form" method="post" noValidate className="flex flex-col gap-5">
        <Field name="proof" label={t('receipt:verify.label')} hint={t('receipt:verify.hint')} error={errors.proof}>
          {(attributes) => (
            <textarea
              {...attributes}
              required
              rows={4}
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              defaultValue={values.proof}
              className="control font-mono"
            />
          )}
        </Field>
        <button type="submit" className="button self-start px-10">
          {t('receipt:verify.button')}
        </button>
        <p className="text-ink-soft">{t('receipt:verify.secret')}</p>
      </form>
      <section className="flex flex-col gap-2 rounded-card bg-sunken p-5">
        <h2>{t('receipt:verify.how.title')}</h2>
        <p>{t('receipt:verify.how.body')}</p>
      </section>
    </div>
  )
}
