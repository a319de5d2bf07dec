import { useTranslation } from 'react-i18next'
import type { Status } from '#db/schema/submissions.ts'
import { LinkedText } from '../linked-text.tsx'

export type Stands = {
  status: Status
  label: string
  meaning: string
  next: string
  /** By when something happens, and whether it is late. */
  clocks: { text: string; late: boolean }[]
}

const waits = 'border-sun bg-sun-tint'
const underWay = 'border-sky bg-sky-tint'
const done = 'border-accent bg-accent-tint'

const tones: Record<Status, string> = {
  received: underWay,
  screening: underWay,
  in_progress: underWay,
  waiting_for_resident: waits,
  answered: done,
  closed: done,
  reopen_requested: underWay,
  redirected: underWay,
  merged: underWay,
  not_pursued: underWay,
}

/** Where the case stands, in plain words, and what happens next. */
export function CaseStatus({ status, label, meaning, next, clocks }: Stands) {
  const { t } = useTranslation()
  return (
    <section
      aria-labelledby="status"
      className={`flex max-w-text flex-col gap-3 rounded-card border-s-[6px] p-5 sm:p-6 ${tones[status]}`}
    >
      <div>
        <p className="text-sm font-bold text-ink-soft">{t('follow:case.now')}</p>
        <h2 id="status">{label}</h2>
      </div>
      <p>{meaning}</p>
      <div>
        <p className="text-sm font-bold text-ink-soft">{t('follow:case.nextTitle')}</p>
        <p>{next}</p>
      </div>
      {clocks.length > 0 && (
        <ul className="flex flex-col gap-1">
          {clocks.map(({ text, late }) => (
            <li key={text} className={late ? 'font-bold text-danger' : 'font-bold'}>
              <LinkedText text={text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
