import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'

type Props = {
  dialogues: {
    slug: string
    title: { text: string; lang: string }
    when: string
    placeName: string
    cancelled: boolean
  }[]
  language: Language
}

/** The dialogues to come in one area. */
export function AreaDialogues({ dialogues, language }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="dialogues" className="flex flex-col gap-4">
      <h2 id="dialogues">{t('areas:dialogues')}</h2>
      {dialogues.length === 0 && (
        <p>
          {t('areas:noDialogues')} <a href={paths.dialogues(language)}>{t('areas:allDialogues')}</a>
        </p>
      )}
      <ul className="grid gap-4 sm:grid-cols-2">
        {dialogues.map(({ slug, title, when, placeName, cancelled }) => (
          <li key={slug} className="card flex flex-col gap-1 border-t-[6px] border-t-accent">
            <h3>
              <a href={paths.dialogue(language, slug)} className="text-ink no-underline hover:underline">
                <InLanguage text={title} />
              </a>
            </h3>
            {cancelled && <p className="font-bold text-danger">{t('areas:cancelled')}</p>}
            <p>{when}</p>
            <p className="text-ink-soft">{placeName}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
