import { useTranslation } from 'react-i18next'
import type { Kind } from '#db/schema/submissions.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkedText } from '../linked-text.tsx'

const ofAll = ['who', 'official', 'final', 'known', 'crime', 'weekdays'].map((truth) => `submit:before.${truth}`)
const ofTips = [
  ...['who', 'locked', 'official', 'suspect'].map((truth) => `submit:tipOpen.before.${truth}`),
  ...['final', 'known'].map((truth) => `submit:before.${truth}`),
  ...['call'].map((truth) => `submit:tipOpen.before.${truth}`),
  'submit:before.weekdays',
]

/** What is true of everything that is sent, and of tips in particular, said before it is. */
export function BeforeSending({ language, kind }: { language: Language; kind: Kind }) {
  const { t } = useTranslation()
  const truths = kind === 'tip' ? ofTips : ofAll
  return (
    <section aria-labelledby="before" className="flex flex-col gap-3 rounded-card bg-sunken p-5">
      <h2 id="before">{t('submit:before.title')}</h2>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {truths.map((truth) => (
          <li key={truth}>
            <LinkedText text={t(truth)} />
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.privacy(language)} target="_blank" rel="noopener">
          {t('submit:before.more')}
        </a>
      </p>
    </section>
  )
}
