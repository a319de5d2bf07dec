import { useTranslation } from 'react-i18next'
import type { CaseEvent, ShownAnswer } from './case-event.ts'
import { InLanguage } from '../in-language.tsx'
import { PhotoStrip } from '../photos/photo-strip.tsx'
import { TranslatedText } from '../translated-text.tsx'
import { OutsideContact } from '../outside-contact.tsx'
import { WrittenText } from '../written-text.tsx'

/** All that has been said and done, oldest first. */
export function CaseEvents({ events }: { events: CaseEvent[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="thread" className="flex max-w-text flex-col gap-5">
      <h2 id="thread">{t('follow:thread.title')}</h2>
      <ol className="flex flex-col gap-5">
        {events.map((event, index) => (
          <li key={index}>
            <Happened event={event} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Happened({ event }: { event: CaseEvent }) {
  const { t } = useTranslation()
  if (event.kind === 'moved') return <Moved event={event} />
  if (event.kind === 'noted') return <Noted text={`${event.text} · ${event.day}`} />
  if (event.kind === 'said') {
    return (
      <Said event={event} title={t('follow:thread.you')} tone="border-voice bg-voice-tint me-4 sm:me-14">
        {event.body && <WrittenText text={event.body} />}
        {event.answers.length > 0 && <Answers answers={event.answers} />}
        <PhotoStrip photos={event.photos} />
      </Said>
    )
  }
  if (event.kind === 'told') {
    return (
      <Said event={event} title={t('follow:thread.staff')} tone="border-sky bg-sky-tint ms-4 sm:ms-14">
        <WrittenText text={event.body} />
        {event.signedAs && <InLanguage as="p" text={event.signedAs} className="font-bold" />}
      </Said>
    )
  }
  const title = t(event.changed ? 'follow:thread.answerChanged' : 'follow:thread.answer')
  return (
    <Said event={event} title={title} tone="border-accent bg-accent-tint ms-4 sm:ms-14">
      <TranslatedText text={event.body} className="break-words" />
      <InLanguage as="p" text={event.signedAs} className="font-bold" />
      <p className="text-sm text-ink-soft">{t(`follow:thread.answer-${event.audience}`)}</p>
    </Said>
  )
}

/** What was answered to the questions of the category. */
function Answers({ answers }: { answers: ShownAnswer[] }) {
  return (
    <dl className="flex flex-col gap-2 border-t border-line pt-3">
      {answers.map(({ key, question, answer }) => (
        <div key={key}>
          <dt className="text-sm text-ink-soft">
            <InLanguage text={question} />
          </dt>
          <dd className="break-words">
            {answer.lang ? <InLanguage text={answer} /> : <WrittenText text={answer.text} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type SaidProps = { event: CaseEvent; title: string; tone: string; children: React.ReactNode }

function Said({ event, title, tone, children }: SaidProps) {
  return (
    <article className={`flex flex-col gap-2 rounded-card border-s-4 p-4 sm:p-5 ${tone}`}>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-base">
        {title}
        <span className="text-sm font-normal text-ink-soft">
          {event.day} <span dir="ltr">{event.time}</span>
        </span>
      </h3>
      {children}
    </article>
  )
}

const Noted = ({ text }: { text: string }) => <p className="border-s-4 border-line ps-4 text-ink-soft">{text}</p>

function Moved({ event }: { event: Extract<CaseEvent, { kind: 'moved' }> }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1 border-s-4 border-line ps-4">
      <p className="text-ink-soft">
        {t('follow:thread.move', { status: event.label })} · {event.day}
      </p>
      {event.reason && (
        <div>
          <p className="font-bold">{t('follow:thread.reason')}:</p>
          <WrittenText text={event.reason} />
        </div>
      )}
      {event.outside && <OutsideContact contact={event.outside} />}
    </div>
  )
}
