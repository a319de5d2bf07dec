import { useTranslation } from 'react-i18next'
import { PhotoStrip } from '../photos/photo-strip.tsx'
import { Answered } from '../staff/answered.tsx'
import { PlaceMap } from '../staff/place-map.tsx'
import { WrittenText } from '../written-text.tsx'
import type { TipView } from './tip-view.server.ts'

/** What was sent: the text, what was answered, the photos and the place. */
export function TipSaid({ tip }: { tip: TipView }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="said" className="card flex flex-col gap-4 border-s-[6px] border-s-voice">
      <h2 id="said" className="text-xl sm:text-xl">
        {t('tips:tip.said')}
      </h2>
      <div className="max-w-text text-lg">
        <WrittenText text={tip.body} lang={tip.written?.tag} />
      </div>
      <Answered answered={tip.answered} />
      <PhotoStrip photos={tip.photos} />
      {tip.map && <PlaceMap drawing={tip.map} />}
    </section>
  )
}

/** What resident and police have written to each other. */
export function TipMessages({ tip }: { tip: TipView }) {
  const { t } = useTranslation()
  if (tip.thread.length === 0) return <p className="text-ink-soft">{t('staff:thread.empty')}</p>
  return (
    <ol className="flex flex-col gap-4">
      {tip.thread.map((message) => (
        <li
          key={message.id}
          className={`max-w-text rounded-card p-4 ${message.sender === 'resident' ? 'me-6 bg-voice-tint' : 'ms-6 bg-sky-tint'}`}
        >
          <p className="mb-1 text-sm text-ink-soft">
            {message.sender === 'resident' ? t('staff:thread.resident') : message.signedAs} · {message.at}
          </p>
          <WrittenText text={message.body} lang={message.sender === 'resident' ? tip.written?.tag : undefined} />
          <PhotoStrip photos={message.photos} />
        </li>
      ))}
    </ol>
  )
}

/** What staff wrote and did before it became a tip; the resident cannot read it. */
export function TipHistory({ tip }: { tip: TipView }) {
  const { t } = useTranslation()
  if (!tip.officers || tip.officers.history.length === 0) return null
  return (
    <section aria-labelledby="before" className="card flex flex-col gap-4">
      <h2 id="before" className="text-xl sm:text-xl">
        {t('tips:tip.before')}
      </h2>
      <p className="text-ink-soft">{t('tips:tip.beforeHint')}</p>
      <ol className="flex flex-col gap-3">
        {tip.officers.history.map(({ what, text, at, by }, index) => (
          <li key={index} className="border-s-4 border-line ps-4">
            <p className="text-sm text-ink-soft">{[t(`tips:before.${what}`), by, at].filter(Boolean).join(' · ')}</p>
            <WrittenText text={text} />
          </li>
        ))}
      </ol>
    </section>
  )
}
