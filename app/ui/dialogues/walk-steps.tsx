import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import type { ToldDialogue } from './told.ts'

/** The three steps of a safety walk, in order. */
export function WalkSteps({ steps }: { steps: ToldDialogue['steps'] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="steps" className="flex max-w-text flex-col gap-4">
      <h2 id="steps">{t('dialogues:steps.title')}</h2>
      <ol className="flex flex-col">
        {steps.map(({ kind, day, time, text }, index) => (
          <li key={kind} className="flex gap-4">
            <div aria-hidden="true" className="flex flex-col items-center">
              <span className="flex h-9 w-9 shrink-0 items-center justify-center rounded-full bg-accent font-bold text-on-accent">
                {index + 1}
              </span>
              {index < steps.length - 1 && <span className="w-0.5 flex-1 bg-line" />}
            </div>
            <div className="flex min-w-0 flex-col gap-1 pb-6 pt-1">
              <h3>{t(`dialogues:steps.${kind}`)}</h3>
              <p className="text-sm font-bold text-ink-soft">
                <span className="inline-block first-letter:uppercase">{day}</span>
                {kind === 'walk' && <span>, {time}</span>}
              </p>
              <InLanguage as="p" text={text} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
