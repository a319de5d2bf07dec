import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { LinkedText } from '../linked-text.tsx'
import { Notice } from '../notice.tsx'
import { CopyCode } from '../receipt/copy-code.tsx'
import { KeepReceipt } from '../receipt/keep-receipt.tsx'
import { ProofOfReceipt, type ShownProof } from '../receipt/proof-of-receipt.tsx'

type Props = {
  language: Language
  title: string
  receipt: {
    code: string
    ref: string
    /** Whether the address that was left has been sent its mail, or has to wait. */
    bell?: 'asked' | 'later' | undefined
    /** For following what somebody else has sent. */
    follows: boolean
    followAt: string
    qr: { size: number; path: string }
    proof?: ShownProof | undefined
  }
}

const steps = ['registered', 'read', 'follow'] as const

/** The receipt code, shown once, how to keep it, and what happens next. Printed, it is one clean paper. */
export function Receipt({ language, title, receipt }: Props) {
  const { t } = useTranslation()
  const { code, ref, bell, follows, followAt, qr, proof } = receipt
  return (
    <div className="flex max-w-text flex-col gap-8 print:max-w-none print:gap-6">
      <h1 className="print:hidden">{title}</h1>
      <p className="hidden text-2xl font-extrabold print:block">
        {t('common:name')} · {t('receipt:paper.title')}
      </p>
      <CodeCard code={code} />
      <KeepReceipt {...{ language, qr, followAt }} />
      <form method="post" className="no-print flex flex-col gap-2">
        <button type="submit" className="button self-start">
          {t('submit:received.saved')}
        </button>
        <p className="text-ink-soft">{t('submit:received.savedHint')}</p>
      </form>
      {bell && (
        <div className="no-print">
          <Notice tone={bell === 'asked' ? 'info' : 'wait'}>
            <p>{t(`receipt:bell.${bell}`)}</p>
          </Notice>
        </div>
      )}
      {!follows && (
        <section className="no-print flex flex-col gap-3">
          <h2>{t('submit:received.next')}</h2>
          <ol className="flex list-decimal flex-col gap-2 ps-6">
            {steps.map((step) => (
              <li key={step}>{t(`submit:received.steps.${step}`)}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="flex flex-col gap-3">
        <h2>{t(follows ? 'receipt:follows.what' : 'receipt:proof.title')}</h2>
        <p>
          {t('submit:received.ref')}{' '}
          <span dir="ltr" className="font-bold">
            {ref}
          </span>
        </p>
        {proof && <ProofOfReceipt language={language} proof={proof} />}
      </section>
      <div className="no-print">
        <Notice tone="danger">
          <p>
            <LinkedText text={t('submit:received.danger')} />
          </p>
        </Notice>
      </div>
    </div>
  )
}

/** The code itself, as large as the screen takes it. */
function CodeCard({ code }: { code: string }) {
  const { t } = useTranslation()
  return (
    <section
      aria-labelledby="code-label"
      className="flex flex-col gap-4 rounded-card border-2 border-accent bg-accent-tint p-5 sm:p-7"
    >
      <h2 id="code-label">{t('submit:received.code')}</h2>
      <p>
        <span
          id="code"
          dir="ltr"
          translate="no"
          className="inline-block select-all text-2xl font-extrabold leading-snug tracking-wider rtl:text-end sm:whitespace-nowrap sm:text-[1.875rem]"
        >
          {code}
        </span>
      </p>
      <CopyCode code={code} shownIn="code" />
      <p className="no-print font-bold">{t('submit:received.save')}</p>
      <p>{t('submit:received.aloud')}</p>
    </section>
  )
}
