import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

export type ShownProof = { line: string; receivedAt: string }

/** When something was received, and the line that proves it: signs of no language (zxx), so that nobody translates them. */
export function ProofOfReceipt({ language, proof }: { language: Language; proof: ShownProof }) {
  const { t } = useTranslation()
  return (
    <>
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="text-sm font-bold text-ink-soft">{t('receipt:proof.time')}</dt>
          <dd>{proof.receivedAt}</dd>
        </div>
        <div>
          <dt className="text-sm font-bold text-ink-soft">{t('receipt:proof.line')}</dt>
          <dd lang="zxx" translate="no">
            <ProofLine line={proof.line} />
          </dd>
        </div>
      </dl>
      <p className="no-print">
        {t('receipt:proof.body')}{' '}
        <a href={paths.verify(language)} className="font-bold">
          {t('receipt:proof.verify')}
        </a>
      </p>
    </>
  )
}

const ProofLine = ({ line }: { line: string }) => (
  <code
    id="proof"
    dir="ltr"
    className="mt-1 block select-all break-all rounded-control bg-sunken p-3 text-start font-mono text-sm leading-relaxed print:p-0"
  >
    {line}
  </code>
)
