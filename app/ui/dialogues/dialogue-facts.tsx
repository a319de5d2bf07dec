import { useTranslation } from 'react-i18next'
import type { ToldDialogue } from './told.ts'

/** Where, in which languages, arranged by whom, and what is there for those who need it. */
export function DialogueFacts({ dialogue }: { dialogue: ToldDialogue }) {
  const { t } = useTranslation()
  const { place, address, stop, area, online, languages, interpretation, host, access } = dialogue
  return (
    <section aria-labelledby="facts" className="flex flex-col gap-4 rounded-card bg-sunken p-5 sm:p-6">
      <h2 id="facts">{t('dialogues:facts.title')}</h2>
      <dl className="flex flex-col gap-4">
        <Fact name={t('dialogues:facts.where')}>
          <p lang="sv" className="font-bold">
            {place}
          </p>
          {address && <p lang="sv">{address}</p>}
          {stop && <p>{stop}</p>}
          <p>{t('dialogues:facts.area', { name: area })}</p>
          {online && <p>{t('dialogues:facts.online')}</p>}
        </Fact>
        <Fact name={t('dialogues:facts.languages')}>
          <p className="first-letter:uppercase">{languages}</p>
        </Fact>
        {interpretation && (
          <Fact name={t('dialogues:facts.interpretation')}>
            <p className="first-letter:uppercase">{interpretation}</p>
          </Fact>
        )}
        <Fact name={t('dialogues:facts.access')}>
          <ul className="flex flex-col gap-1">
            {access.map(({ key, has }) => (
              <li key={key} className={`flex gap-2.5 ${has ? '' : 'text-ink-soft'}`}>
                <span aria-hidden="true" className={`w-4 shrink-0 text-center font-bold ${has ? 'text-accent' : ''}`}>
                  {has ? '✓' : '–'}
                </span>
                {t(`dialogues:${has ? 'has' : 'hasNot'}.${key}`)}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('dialogues:facts.host')}>
          <p lang="sv">{host}</p>
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm font-bold text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
