import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import { WrittenText } from '../written-text.tsx'
import type { SummaryLine } from './form-parts.ts'

/** What was said, to be looked through before it is sent, with a button to change each part. */
export function Summary({ lines }: { lines: SummaryLine[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="summary" className="flex flex-col gap-3">
      <h2 id="summary" className="text-xl sm:text-2xl">
        {t('submit:check.title')}
      </h2>
      <dl className="divide-y divide-line rounded-card border border-line bg-surface px-4 sm:px-5">
        {lines.map((line) => (
          <div key={line.key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2.5">
            <dt className="text-sm font-bold text-ink-soft">{line.label}</dt>
            <dd className="col-start-1 min-w-0">
              <Said line={line} />
            </dd>
            <dd className="col-start-2 row-span-2 row-start-1">
              <button
                type="submit"
                name="go"
                value={line.step}
                className="min-h-[2.75rem] px-1 font-bold text-accent underline underline-offset-4"
              >
                {t('submit:check.change')} <span className="sr-only">{line.label}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/**
 * What was typed has no language that we know of, what was chosen is in ours. A single line stands where the page's own
 * lines begin, whichever way it is read.
 */
function Said({ line }: { line: SummaryLine }) {
  const { t } = useTranslation()
  if (!line.text) return <span className="text-ink-soft">{t('submit:check.nothing')}</span>
  if (!line.lang && line.key !== 'body' && !/[\r\n]/.test(line.text))
    return <bdi className="[overflow-wrap:anywhere]">{line.text}</bdi>
  if (!line.lang) return <WrittenText text={line.text} />
  return <InLanguage text={line} className="[overflow-wrap:anywhere]" />
}
