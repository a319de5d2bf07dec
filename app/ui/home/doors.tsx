import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { DoorMark, type Door } from './door-mark.tsx'

const doors: { door: Door; tint: string; to: (language: Language) => string }[] = [
  { door: 'concern', tint: 'bg-voice-tint border-voice', to: (language) => paths.submitKind(language, 'concern') },
  { door: 'tip', tint: 'bg-sky-tint border-sky', to: (language) => paths.submitKind(language, 'tip') },
  { door: 'idea', tint: 'bg-sun-tint border-sun', to: (language) => paths.submitKind(language, 'idea') },
  { door: 'dialogues', tint: 'bg-accent-tint border-accent', to: (language) => paths.dialogues(language) },
]

/** The four doors, each saying who reads what comes through it, and the way back with a code. */
export function Doors({ language, tipsAreTaken }: { language: Language; tipsAreTaken: boolean }) {
  const { t } = useTranslation()
  const readerOf = (door: Door) => t(`home:doors.${door}.${door === 'tip' && tipsAreTaken ? 'readerOpen' : 'reader'}`)
  return (
    <nav aria-label={t('home:doors.label')}>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {doors.map(({ door, tint, to }) => (
          <li key={door}>
            <a
              href={to(language)}
              className={`flex h-full flex-col gap-1 rounded-card border-b-4 p-3 text-ink no-underline hover:underline sm:p-5 ${tint}`}
            >
              <span className="flex items-center gap-2 text-lg font-extrabold leading-tight sm:flex-col sm:items-start sm:text-xl">
                <DoorMark door={door} />
                {t(`home:doors.${door}.title`)}
              </span>
              <span className="text-sm leading-snug text-ink sm:text-base">{readerOf(door)}</span>
            </a>
          </li>
        ))}
      </ul>
      <a
        href={paths.follow(language)}
        className="mt-3 flex min-h-[3.25rem] flex-wrap items-center gap-x-3 rounded-card border-2 border-accent bg-surface px-4 py-2 text-ink no-underline hover:underline"
      >
        <b className="text-lg text-accent">{t('home:code.title')}</b>
        <span>{t('home:code.body')}</span>
      </a>
    </nav>
  )
}
