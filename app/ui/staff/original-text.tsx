import { useTranslation } from 'react-i18next'
import { PlaceMap } from './place-map.tsx'
import { useSubmission } from './submission-context.ts'

/** What the resident wrote, in her own words; or what was rewritten for a company, which reads nothing else. */
export function OriginalText() {
  const { t } = useTranslation()
  const { original, rewritten, written } = useSubmission()
  return (
    <section
      id="original"
      aria-labelledby="original-title"
      className={`card flex flex-col gap-3 border-s-[6px] ${original ? 'border-s-voice' : 'border-s-sky'}`}
    >
      <h2 id="original-title" className="text-xl sm:text-xl">
        {t(original ? 'staff:original.title' : 'staff:original.rewritten')}
      </h2>
      {original ? (
        <>
          <p lang={written.tag} dir="auto" className="max-w-text whitespace-pre-line break-words text-lg">
            {original.body}
          </p>
          {original.map && <PlaceMap drawing={original.map} />}
        </>
      ) : (
        <>
          <p className="text-ink-soft">{t('staff:original.rewrittenHint')}</p>
          <p dir="auto" className="max-w-text whitespace-pre-line break-words text-lg">
            {rewritten}
          </p>
        </>
      )}
    </section>
  )
}
