import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkedText } from '../linked-text.tsx'

const truths = ['who', 'official', 'final', 'known', 'crime', 'weekdays'] as const

/** What is true of everything that is sent, said before it is. */
export function BeforeSending({ language }: { language: Language }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="before" className="flex flex-col gap-3 rounded-card bg-sunken p-5">
      <h2 id="before">{t('submit:before.title')}</h2>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {truths.map((truth) => (
          <li key={truth}>
            <LinkedText text={t(`submit:before.${truth}`)} />
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
