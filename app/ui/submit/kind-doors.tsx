import { useTranslation } from 'react-i18next'
import type { Kind } from '#db/schema/submissions.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { DoorMark } from '../home/door-mark.tsx'
import { DoorFacts } from './door-facts.tsx'

const doors: { kind: Kind; edge: string; button: string }[] = [
  { kind: 'concern', edge: 'border-t-voice', button: 'button' },
  { kind: 'tip', edge: 'border-t-sky', button: 'button-quiet' },
  { kind: 'idea', edge: 'border-t-sun', button: 'button' },
]

/** The three doors for writing, each saying who reads it, what becomes public and when it is read. */
export function KindDoors({ language, tipsAreTaken }: { language: Language; tipsAreTaken: boolean }) {
  const { t } = useTranslation()
  const partOf = (kind: Kind) => (kind === 'tip' && tipsAreTaken ? 'tipOpen' : kind)
  return (
    <ul className="grid gap-5 lg:grid-cols-3">
      {doors.map(({ kind, edge, button }) => (
        <li key={kind} className={`card flex flex-col gap-4 border-t-[6px] ${edge}`}>
          <div className="flex items-center gap-3">
            <DoorMark door={kind} />
            <h3 className="text-xl">{t(`submit:${kind}.title`)}</h3>
          </div>
          <p>{t(`submit:${partOf(kind)}.about`)}</p>
          <DoorFacts part={partOf(kind)} />
          <p className="mt-auto pt-2">
            <a className={`${button} w-full`} href={paths.submitKind(language, kind)}>
              {t(`submit:${partOf(kind)}.open`)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
