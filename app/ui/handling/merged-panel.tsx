import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { PhotoStrip } from '../photos/photo-strip.tsx'
import { Panel } from '../staff/panel.tsx'
import { useSubmission } from '../staff/submission-context.ts'
import { WrittenText } from '../written-text.tsx'

/** What was merged into the submission: what each resident wrote, and the talk with her. */
export function MergedPanel() {
  const { t } = useTranslation()
  const { merged } = useSubmission()
  if (merged.length === 0) return null
  return (
    <Panel id="merged" title={t('handling:merged.title')} hint={t('handling:merged.hint')}>
      {merged.map(({ ref, facts, lang, body, photos, thread, waits }) => (
        <article key={ref} className="flex flex-col gap-3 rounded-control bg-sunken p-4">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-soft">
            <a href={paths.staffSubmission(ref)} className="way-on font-bold">
              {ref}
            </a>
            <span>{facts}</span>
            {waits && <b className="text-voice">{t('staff:queue.replyWaits')}</b>}
          </p>
          <WrittenText text={body} lang={lang} />
          <PhotoStrip photos={photos} />
          {thread.map((message, index) => (
            <div key={index} className={`rounded-card p-3 ${message.own ? 'me-6 bg-voice-tint' : 'ms-6 bg-sky-tint'}`}>
              <p className="text-sm text-ink-soft">
                {message.own ? t('staff:thread.resident') : message.signedAs} · {message.at}
              </p>
              <WrittenText text={message.body} />
            </div>
          ))}
          <p>
            <a className="way-on" href={`${paths.staffSubmission(ref)}#thread`}>
              {t('handling:merged.write')}
            </a>
          </p>
        </article>
      ))}
    </Panel>
  )
}
