import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { ProofOfReceipt, type ShownProof } from '../receipt/proof-of-receipt.tsx'

/** The proof of receipt, for who needs it again. */
export function CaseProof({ language, proof }: { language: Language; proof: ShownProof }) {
  const { t } = useTranslation()
  return (
    <details className="rounded-card bg-sunken p-5">
      <summary className="min-h-[2rem] cursor-pointer font-bold">{t('receipt:proof.title')}</summary>
      <div className="flex flex-col gap-3 pt-3 [&_code]:bg-surface">
        <ProofOfReceipt language={language} proof={proof} />
      </div>
    </details>
  )
}
