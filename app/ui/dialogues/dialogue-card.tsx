import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'
import { DateLeaf } from './date-leaf.tsx'
import { StageBadge } from './stage-badge.tsx'
import type { ToldListed } from './told.ts'

/** One coming dialogue at a glance: when, what, where, and whether there are seats. */
export function DialogueCard({ dialogue, language }: { dialogue: ToldListed; language: Language }) {
  const { t } = useTranslation()
  const { slug, kind, stage, title, summary, leaf, day, time, place, area, seats, cancelledReason, example } = dialogue
  const off = stage === 'cancelled' || stage === 'postponed'
  return (
    <article className="card flex h-full flex-col gap-3">
      <header className="flex gap-4 sm:gap-5">
        <DateLeaf leaf={leaf} faded={off} />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm font-bold text-ink-soft">
            {t(`dialogues:kind.${kind}`)}
            <StageBadge stage={stage} />
            {example && <ExampleMark />}
          </p>
          <h3>
            <a href={paths.dialogue(language, slug)} className="text-ink no-underline hover:underline">
              <InLanguage text={title} />
            </a>
          </h3>
        </div>
      </header>
      <div className="flex flex-1 flex-col gap-2 sm:ps-[5.75rem]">
        {cancelledReason && <InLanguage as="p" text={cancelledReason} className="font-bold" />}
        <p className={off ? 'line-through' : ''}>
          <span className="block font-bold first-letter:uppercase">{day}</span>
          <span className="block">{time}</span>
        </p>
        <p lang="sv" className="text-ink-soft">
          {place === area ? place : `${place}, ${area}`}
        </p>
        {!cancelledReason && <InLanguage as="p" text={summary} />}
        {seats && <p className="mt-auto pt-1 font-bold text-accent">{seats}</p>}
      </div>
    </article>
  )
}
