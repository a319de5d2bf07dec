import { useTranslation } from 'react-i18next'
import type { Kind } from '#db/schema/submissions.ts'
import { LinkedText } from '../linked-text.tsx'

const facts = ['who', 'public', 'when'] as const

/** Who reads what comes through a door, what becomes public of it, and when it is read. */
export function DoorFacts({ part }: { part: Kind | 'tipOpen' }) {
  const { t } = useTranslation()
  return (
    <dl className="flex max-w-text flex-col gap-2.5">
      {facts.map((fact) => (
        <div key={fact}>
          <dt className="text-sm font-bold text-ink-soft">{t(`submit:fact.${fact}`)}</dt>
          <dd>
            <LinkedText text={t(`submit:${part}.${fact}`)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
