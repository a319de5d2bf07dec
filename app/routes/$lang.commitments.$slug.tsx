import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dialoguesOf, findCommitment } from '#app/domain/commitments/queries.server.ts'
import { voicesOf } from '#app/domain/submissions/published.server.ts'
import { found } from '#app/http/answers.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellDialogueLinks, tellWholeCommitment } from '#app/http/tell-commitment.server.ts'
import { tellListed } from '#app/http/tell-submissions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { stockholmDay } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { CommitmentHead } from '#app/ui/commitments/commitment-head.tsx'
import { CountTable, EarlierPeriods, ToldReports } from '#app/ui/commitments/results.tsx'
import { InLanguage } from '#app/ui/in-language.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SubmissionList } from '#app/ui/submissions/submission-list.tsx'

export const handle = { kept: [] }

/** More voices than this are read in the list. */
const voicesShown = 6

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const commitment = found(await findCommitment(params.slug ?? '', stockholmDay(new Date())))
  const commitmentId = commitment.id
  const t = words(language)
  const { voices: count } = commitment
  const submissions = await voicesOf(commitmentId, voicesShown)
  return {
    language,
    commitment: await tellWholeCommitment(language, commitment),
    voices: submissions.map((submission) => tellListed(language, submission)),
    voicesCount: count ? t('commitments:voices.count', { count }) : t('commitments:voices.none'),
    dialogues: tellDialogueLinks(language, await dialoguesOf(commitmentId)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.commitment.title.text)

export default function OneCommitment() {
  const { language, commitment, voices, voicesCount, dialogues } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const { months, places, told, earlier } = commitment
  return (
    <div className="flex flex-col gap-10">
      <CommitmentHead commitment={commitment} language={language} />
      {told.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{t('commitments:words')}</h2>
          <ToldReports reports={told} />
        </section>
      )}
      {earlier.length > 0 && <EarlierPeriods periods={earlier} />}
      {months.length > 0 && (
        <div className="grid items-start gap-x-12 gap-y-8 md:grid-cols-2">
          <CountTable
            title={t('commitments:months.title')}
            heads={[t('commitments:months.month'), t('commitments:months.count')]}
            rows={months}
            language={language}
          />
          {places.length > 0 && (
            <CountTable
              title={t('commitments:places.title')}
              heads={[t('commitments:places.area'), t('commitments:places.count')]}
              rows={places}
              language={language}
            />
          )}
        </div>
      )}
      <section className="flex flex-col gap-4">
        <h2>{t('commitments:voices.title')}</h2>
        <p>{voicesCount}</p>
        {voices.length > 0 && <SubmissionList submissions={voices} language={language} none={voicesCount} />}
      </section>
      {dialogues.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2>{t('commitments:dialogues')}</h2>
          <ul className="flex flex-col">
            {dialogues.map(({ slug, title, day }) => (
              <li key={slug} className="flex min-h-[2.75rem] flex-wrap items-center gap-x-3">
                <a href={paths.dialogue(language, slug)}>
                  <InLanguage text={title} />
                </a>
                <span className="text-ink-soft">{day}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
