import type { Language } from '#app/i18n/languages.ts'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'

/** The portal's name with its mark: four knots on one thread, voice, answer, commitment and result. */
export function Wordmark({ language }: { language: Language }) {
  const { t } = useTranslation()
  return (
    <a
      href={paths.home(language)}
      className="inline-flex min-h-[2.75rem] items-center gap-3 text-xl font-extrabold text-ink no-underline"
    >
      <svg viewBox="0 0 44 20" width="44" height="20" aria-hidden="true" className="shrink-0 rtl:-scale-x-100">
        <path d="M4 14 C12 0 16 22 22 10 S34 2 40 8" fill="none" className="stroke-line-strong" strokeWidth="2" />
        <circle cx="4" cy="14" r="4" className="fill-voice" />
        <circle cx="16" cy="12" r="3.5" className="fill-sun" />
        <circle cx="27" cy="6" r="3.5" className="fill-sky" />
        <circle cx="39" cy="8" r="4.5" className="fill-accent" />
      </svg>
      {t('common:name')}
    </a>
  )
}
