import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { EntryAdvice } from './entry-advice.tsx'
import { HandOverSlip } from './hand-over-slip.tsx'
import type { HandOver } from './hand-over.ts'

type Props = { title: string; open: string | undefined; handOver: HandOver | undefined }

/** The code of what was just written down, to be handed over; afterwards only that it is gone. */
export function HandOverPage({ title, open, handOver }: Props) {
  const { t } = useTranslation()
  if (!handOver)
    return (
      <div className="flex max-w-text flex-col gap-6">
        <h1>{title}</h1>
        <p className="text-lg">{t('staff:handover.goneLead')}</p>
        <p>
          <a className="button" href={paths.staffEnter()}>
            {t('staff:handover.again')}
          </a>
        </p>
      </div>
    )
  return (
    <div className="flex flex-col gap-6">
      <header className="no-print flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('staff:handover.lead')}</p>
        <p>
          {handOver.received} {open && <a href={open}>{t('staff:handover.open')}</a>}
        </p>
      </header>
      {handOver.advice && (
        <div className="no-print">
          <EntryAdvice advice={handOver.advice} />
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
        <HandOverSlip handOver={handOver} />
        <Aloud spelled={handOver.spelled} />
      </div>
      <div className="no-print flex flex-wrap items-start gap-4">
        <PrintButton />
        <form method="post" className="flex max-w-text flex-col gap-2">
          <button type="submit" className="button self-start">
            {t('staff:handover.done')}
          </button>
          <p className="text-ink-soft">{t('staff:handover.doneHint')}</p>
        </form>
      </div>
    </div>
  )
}

/** The code letter by letter, as it is spelled on the telephone. */
function Aloud({ spelled }: Pick<HandOver, 'spelled'>) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="aloud" className="no-print card flex flex-col gap-4">
      <h2 id="aloud" className="text-xl sm:text-xl">
        {t('staff:handover.aloud')}
      </h2>
      <p className="text-ink-soft">{t('staff:handover.aloudHint')}</p>
      <ol className="flex flex-col gap-3">
        {spelled.map((group, index) => (
          <li key={index}>
            <p className="text-sm text-ink-soft">{t('staff:handover.group', { number: index + 1 })}</p>
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              {group.map(({ sign, word }, at) => (
                <span key={at}>
                  <b className="text-lg">{sign}</b> {word}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Shown where script runs; without it the browser's own way to print is there. */
function PrintButton() {
  const { t } = useTranslation()
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  if (!live) return null
  return (
    <button type="button" className="button-quiet" onClick={() => window.print()}>
      {t('staff:handover.print')}
    </button>
  )
}
