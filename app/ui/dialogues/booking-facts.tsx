import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import { WrittenText } from '../written-text.tsx'
import { DateLeaf } from './date-leaf.tsx'
import type { ToldBooking, ToldListed } from './told.ts'

type Props = { booking: ToldBooking; dialogue: ToldListed; language: Language }

/** What was booked: which dialogue, when, for how many, and what they need. */
export function BookingFacts({ booking, dialogue, language }: Props) {
  const { t } = useTranslation()
  const { name, people, needs, answers, onlineUrl } = booking
  return (
    <section aria-labelledby="facts" className="card flex max-w-text flex-col gap-5">
      <h2 id="facts" className="sr-only">
        {t('bookings:facts.dialogue')}
      </h2>
      <div className="flex gap-4">
        <DateLeaf leaf={dialogue.leaf} />
        <p className="flex min-w-0 flex-col gap-0.5">
          <a href={paths.dialogue(language, dialogue.slug)} className="text-lg font-bold">
            <InLanguage text={dialogue.title} />
          </a>
          <span className="first-letter:uppercase">
            {dialogue.day} {dialogue.time}
          </span>
          <span lang="sv" className="text-ink-soft">
            {dialogue.place}
          </span>
        </p>
      </div>
      <dl className="grid gap-x-8 gap-y-3 border-t border-line pt-4 sm:grid-cols-2">
        <Fact name={t('bookings:facts.name')}>
          <WrittenText text={name} />
        </Fact>
        <Fact name={t('bookings:facts.party')}>{people}</Fact>
        <Fact name={t('bookings:facts.needs')}>{needs ? <WrittenText text={needs} /> : t('bookings:facts.none')}</Fact>
        {answers.map(({ key, label, answer }) => (
          <Fact key={key} name={<InLanguage text={label} />}>
            {typeof answer === 'string' ? <WrittenText text={answer} /> : <InLanguage text={answer} />}
          </Fact>
        ))}
        {onlineUrl && (
          <Fact name={t('bookings:facts.online')}>
            <a href={onlineUrl} rel="noreferrer" dir="ltr" className="break-all">
              {onlineUrl}
            </a>
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm font-bold text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
