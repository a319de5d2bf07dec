import { useTranslation } from 'react-i18next'
import type { Findings } from '#app/domain/personal/findings-in.server.ts'
import { Marked } from './marked-text.tsx'

/** What may point out a person in a text, each passage once. */
export function FoundList({ findings: { passages } }: { findings: Findings }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {passages.map(({ kind, text }) => (
        <li key={`${kind} ${text}`}>
          <Marked kind={kind} text={text} />
        </li>
      ))}
    </ul>
  )
}

/** The same for who is saving it: she says that she has looked, of just these passages. */
export function LookAgain({ findings }: { findings: Findings }) {
  const { t } = useTranslation()
  return (
    <div
      role="group"
      aria-labelledby="look-again"
      className="flex max-w-text flex-col gap-3 rounded-control border-s-4 border-sun bg-sun-tint p-4"
    >
      <p id="look-again" className="font-bold">
        {t('personal:list')}
      </p>
      <FoundList findings={findings} />
      <label className="flex min-h-[2.75rem] items-center gap-3">
        <input type="checkbox" name="looked" value={findings.mark} className="h-5 w-5 shrink-0 accent-accent" />
        {t('personal:looked')}
      </label>
    </div>
  )
}
