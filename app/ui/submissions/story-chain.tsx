import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { StateBadge } from '../commitments/state-badge.tsx'
import type { ToldCommitment } from '../commitments/told.ts'
import { InLanguage } from '../in-language.tsx'
import { Chain, type ChainLink } from './chain.tsx'

type Props = {
  voice: { category: string; publishedOn: string }
  answer?: { signedAs: { text: string; lang: string }; on: string } | undefined
  commitments: ToldCommitment[]
  language: Language
}

/** The chain of one published submission: voice, answer, commitment, result so far. */
export function StoryChain({ voice, answer, commitments, language }: Props) {
  const { t } = useTranslation()
  const links: ChainLink[] = [
    {
      kind: 'voice',
      children: (
        <>
          <p className="font-bold">{t(`categories:${voice.category}`)}</p>
          <p className="text-sm text-ink-soft">{voice.publishedOn}</p>
        </>
      ),
    },
    {
      kind: 'answer',
      children: answer && (
        <>
          <p>
            <a href="#answer" className="font-bold text-sky">
              <InLanguage text={answer.signedAs} />
            </a>
          </p>
          <p className="text-sm text-ink-soft">{answer.on}</p>
        </>
      ),
    },
    {
      kind: 'commitment',
      children:
        commitments.length > 0 ? (
          <ul className="flex flex-col gap-2">
            {commitments.map(({ slug, title }) => (
              <li key={slug}>
                <a href={paths.commitment(language, slug)} className="font-bold">
                  <InLanguage text={title} />
                </a>
              </li>
            ))}
          </ul>
        ) : undefined,
    },
    { kind: 'result', children: isReported(commitments) ? <Results commitments={commitments} /> : undefined },
  ]
  return <Chain links={links} />
}

/** A commitment without a report has no result yet. */
const isReported = (commitments: ToldCommitment[]): boolean =>
  commitments.some(({ state, sentence }) => state !== 'no-report' || sentence !== undefined)

function Results({ commitments }: { commitments: ToldCommitment[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {commitments.map(({ slug, state, sentence, report }) => (
        <li key={slug} className="flex flex-col items-start gap-1">
          <StateBadge state={state} />
          {sentence && <p className="font-bold">{sentence}</p>}
          <p className="text-sm text-ink-soft">{report}</p>
        </li>
      ))}
    </ul>
  )
}
