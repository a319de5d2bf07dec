import { useTranslation } from 'react-i18next'
import { WrittenText } from '../written-text.tsx'
import { Answered } from './answered.tsx'
import { Choice } from './choice.tsx'
import { PlaceMap } from './place-map.tsx'
import { StaffPhotoStrip } from './staff-photo-strip.tsx'
import { useSubmission } from './submission-context.ts'
import { VerbForm } from './verb-form.tsx'

/** What the resident wrote, or what staff wrote down as she told it; or what was rewritten for a company, which reads nothing else. */
export function OriginalText() {
  const { t } = useTranslation()
  const { original, rewritten, written, channel, can, answered } = useSubmission()
  const title = original ? (channel === 'web' ? 'title' : 'told') : 'rewritten'
  return (
    <section
      id="original"
      aria-labelledby="original-title"
      className={`card flex flex-col gap-4 border-s-[6px] ${original ? 'border-s-voice' : 'border-s-sky'}`}
    >
      <h2 id="original-title" className="text-xl sm:text-xl">
        {t(`staff:original.${title}`)}
      </h2>
      {original ? (
        <>
          <div className="max-w-text text-lg">
            <WrittenText text={original.body} lang={written?.tag} />
          </div>
          <Answered answered={answered} />
          <StaffPhotoStrip photos={original.photos} />
          {can.handle && <WrittenIn />}
          {original.map && <PlaceMap drawing={original.map} />}
        </>
      ) : (
        <>
          <p className="text-ink-soft">{t('staff:original.rewrittenHint')}</p>
          {rewritten && (
            <div className="max-w-text text-lg">
              <WrittenText text={rewritten} />
            </div>
          )}
        </>
      )}
    </section>
  )
}

/** In which language the portal takes the text to be, and the way to put that right. */
function WrittenIn() {
  const { t } = useTranslation()
  const { written, writtenLanguages } = useSubmission()
  const labels = { writtenIn: t('staff:written.label') }
  return (
    <details>
      <summary className="min-h-[2.75rem] cursor-pointer py-2 text-ink-soft">
        {t('staff:written.label')}: <b className="text-ink">{written?.name ?? t('staff:submission.unknownLanguage')}</b>{' '}
        <span className="font-bold text-accent underline underline-offset-4">{t('staff:written.correct')}</span>
      </summary>
      <VerbForm verb="correct-language" quiet submit={t('staff:written.submit')} labels={labels}>
        {({ values, errors }) => (
          <Choice
            name="writtenIn"
            label={labels.writtenIn}
            hint={t('staff:written.hint')}
            options={writtenLanguages}
            none={t('staff:submission.unknownLanguage')}
            value={values.writtenIn ?? written?.tag ?? ''}
            error={errors.writtenIn}
          />
        )}
      </VerbForm>
    </details>
  )
}
