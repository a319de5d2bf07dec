import { useTranslation } from 'react-i18next'
import { TipFacts } from './tip-facts.tsx'
import { TipHistory, TipMessages, TipSaid } from './tip-said.tsx'
import type { TipView } from './tip-view.server.ts'

/** One tip as a document to be printed, for a decision on disclosure. */
export function TipDocument({ tip }: { tip: TipView }) {
  const { t } = useTranslation()
  return (
    <article className="flex flex-col gap-6">
      <p className="no-print max-w-text text-ink-soft">{t('tips:document.hint')}</p>
      <TipFacts tip={tip} />
      <TipSaid tip={tip} />
      <section aria-labelledby="thread" className="card flex flex-col gap-4">
        <h2 id="thread" className="text-xl sm:text-xl">
          {t('staff:thread.title')}
        </h2>
        <TipMessages tip={tip} />
      </section>
      <TipHistory tip={tip} />
    </article>
  )
}
