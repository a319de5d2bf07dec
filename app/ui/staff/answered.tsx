import { InLanguage } from '../in-language.tsx'
import { WrittenText } from '../written-text.tsx'

type Text = { text: string; lang: string }
type Props = { answered: readonly { key: string; question: Text; answer: Text }[] }

/** What was answered to the questions of the category, each with its question. */
export function Answered({ answered }: Props) {
  if (answered.length === 0) return null
  return (
    <dl className="flex max-w-text flex-col gap-2">
      {answered.map(({ key, question, answer }) => (
        <div key={key}>
          <InLanguage as="dt" text={question} className="text-sm font-bold text-ink-soft" />
          <dd className="break-words">
            {answer.lang ? <InLanguage text={answer} /> : <WrittenText text={answer.text} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
