import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import type { ToldOutcome } from './told.ts'

const parts = [
  { key: 'said', edge: 'border-voice', heading: 'text-voice' },
  { key: 'willDo', edge: 'border-accent', heading: 'text-accent' },
  { key: 'cannot', edge: 'border-line-strong', heading: 'text-ink' },
] as const

/** You said – we do – it cannot be done, because. */
export function Outcome({ outcome, level: Heading }: { outcome: ToldOutcome; level: 'h3' | 'h4' }) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-6 lg:grid-cols-3">
      {parts.map(
        ({ key, edge, heading }) =>
          outcome[key].length > 0 && (
            <section key={key} className={`flex flex-col gap-2 border-s-4 ps-4 ${edge}`}>
              <Heading className={`text-lg font-bold ${heading}`}>{t(`dialogues:outcome.${key}`)}</Heading>
              <ul className="flex flex-col gap-2.5">
                {outcome[key].map((text) => (
                  <li key={text.text}>
                    <InLanguage as="p" text={text} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}
