import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import type { ToldDialogue } from './told.ts'

/** When it is, whether there are seats, and the way to one. */
export function SignUpCall({ dialogue, language }: { dialogue: ToldDialogue; language: Language }) {
  const { t } = useTranslation()
  const { slug, stage, seats, waiting, closes, noNeed, day, time, place, area } = dialogue
  const takes = stage === 'open' || stage === 'full'
  const off = stage === 'cancelled' || stage === 'postponed'
  return (
    <section
      aria-label={t('dialogues:facts.when')}
      className={`flex flex-col gap-4 rounded-card border-2 p-5 sm:p-6 ${off || stage === 'held' ? 'border-line bg-surface' : 'border-accent bg-accent-tint'}`}
    >
      <p className={`text-lg ${off ? 'line-through' : ''}`}>
        <span className="block text-xl font-bold first-letter:uppercase">{day}</span>
        <span className="block">{time}</span>
        <span lang="sv">{place === area ? place : `${place}, ${area}`}</span>
      </p>
      {seats && (
        <p>
          <span className="text-lg font-bold">{seats}</span>
          {waiting && <span className="block">{waiting}</span>}
        </p>
      )}
      {takes && (
        <>
          {noNeed && <p>{t('dialogues:signUp.noNeed')}</p>}
          <a
            href={paths.signUp(language, slug)}
            className={`${noNeed ? 'button-quiet' : 'button'} text-lg sm:self-start sm:px-10`}
          >
            {t(`dialogues:signUp.${stage}`)}
          </a>
          {stage === 'full' && <p>{t('dialogues:signUp.order')}</p>}
          <p className="text-ink-soft">{closes}</p>
        </>
      )}
      {!off && stage !== 'held' && (
        <p>
          <a href={`${paths.dialogueCalendar(slug)}?lang=${language}`} className="inline-block py-1.5 font-bold">
            {t('dialogues:calendar')}
          </a>
        </p>
      )}
    </section>
  )
}
