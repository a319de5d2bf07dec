import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import type { ToldDialogue } from './told.ts'

type Props = { commitments: ToldDialogue['commitments']; language: Language }

/** The commitments of the pledge that a dialogue belongs to. */
export function DialogueCommitments({ commitments, language }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="commitments" className="flex max-w-text flex-col gap-3">
      <h2 id="commitments">{t('dialogues:commitments.title')}</h2>
      <ul className="flex flex-col">
        {commitments.map(({ slug, title }) => (
          <li key={slug} className="border-s-4 border-accent ps-4">
            <a href={paths.commitment(language, slug)} className="inline-block py-1.5">
              <InLanguage text={title} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
