import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type Props = {
  area: { name: string; working: string; partOf: string; alsoCalled?: string | undefined }
  language: Language
}

/** The name of an area, what it belongs to, and the way to say something about it. */
export function AreaHead({ area: { name, working, partOf, alsoCalled }, language }: Props) {
  const { t } = useTranslation()
  return (
    <header className="flex max-w-text flex-col gap-4">
      <h1>
        <span lang="sv" dir="ltr">
          {name}
        </span>
      </h1>
      {alsoCalled && <p className="text-lg">{alsoCalled}</p>}
      <p>{partOf}</p>
      <p>{working}</p>
      <p className="flex flex-wrap gap-3 pt-2">
        <a href={paths.submit(language)} className="button">
          {t('areas:tell')}
        </a>
        <a href={paths.map(language)} className="button-quiet">
          {t('areas:wholeMap')}
        </a>
      </p>
    </header>
  )
}
