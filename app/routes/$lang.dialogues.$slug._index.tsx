import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dialogueFrom } from '#app/http/dialogue-from.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellDialogue } from '#app/http/tell-dialogues.server.ts'
import { DialogueCommitments } from '#app/ui/dialogues/dialogue-commitments.tsx'
import { DialogueFacts } from '#app/ui/dialogues/dialogue-facts.tsx'
import { Outcome } from '#app/ui/dialogues/outcome.tsx'
import { SignUpCall } from '#app/ui/dialogues/sign-up-call.tsx'
import { StageBadge } from '#app/ui/dialogues/stage-badge.tsx'
import { WalkSteps } from '#app/ui/dialogues/walk-steps.tsx'
import { ExampleMark } from '#app/ui/example-mark.tsx'
import { InLanguage } from '#app/ui/in-language.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  return { language, dialogue: tellDialogue(language, await dialogueFrom(params)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.dialogue.title.text)

export default function Dialogue() {
  const { language, dialogue } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const { stage, kind, title, summary, body, outcome, steps, commitments, cancelledReason, example } = dialogue
  return (
    <article className="flex flex-col gap-8">
      <header className="flex max-w-text flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 font-bold text-ink-soft">
          {t(`dialogues:kind.${kind}`)}
          <StageBadge stage={stage} />
          {example && <ExampleMark />}
        </p>
        <h1>
          <InLanguage text={title} />
        </h1>
        {stage === 'cancelled' && (
          <Notice tone="danger">
            <p className="font-bold">{t('dialogues:cancelled')}</p>
            {cancelledReason && <InLanguage as="p" text={cancelledReason} />}
          </Notice>
        )}
        {stage === 'postponed' && (
          <Notice tone="wait">
            <p className="font-bold">{t('dialogues:postponed.title')}</p>
            <p>{t('dialogues:postponed.body')}</p>
          </Notice>
        )}
        <InLanguage as="p" text={summary} className="text-lg" />
      </header>
      {stage === 'held' && (
        <section aria-labelledby="outcome" className="card flex flex-col gap-5">
          <h2 id="outcome">{t('dialogues:outcome.title')}</h2>
          {outcome ? <Outcome outcome={outcome} level="h3" /> : <p>{t('dialogues:outcome.none')}</p>}
        </section>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-12">
        <div className="flex flex-col gap-8">
          <SignUpCall dialogue={dialogue} language={language} />
          <InLanguage as="p" text={body} className="max-w-text" />
          {steps.length > 0 && <WalkSteps steps={steps} />}
          {commitments.length > 0 && <DialogueCommitments commitments={commitments} language={language} />}
        </div>
        <aside className="self-start">
          <DialogueFacts dialogue={dialogue} />
        </aside>
      </div>
    </article>
  )
}
