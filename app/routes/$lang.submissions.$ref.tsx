import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { commitmentsById } from '#app/domain/commitments/queries.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { found } from '#app/http/answers.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellCommitment } from '#app/http/tell-progress.server.ts'
import { tellAnswer, tellListed, tellPhotos, tellTexts } from '#app/http/tell-submissions.server.ts'
import { stockholmDay } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { Answer } from '#app/ui/submissions/answer.tsx'
import { StoryChain } from '#app/ui/submissions/story-chain.tsx'
import { Voice } from '#app/ui/submissions/voice.tsx'

export const handle = { kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { submission, versions, texts, photos, commitmentIds } = found(await findPublished(params.ref ?? ''))
  const commitments = await commitmentsById(commitmentIds, stockholmDay(new Date()))
  return {
    language,
    voice: {
      ...{ ...tellListed(language, submission), ...tellTexts(language, { submission, texts }) },
      photos: tellPhotos(language, photos),
    },
    wentOn: submission.wentOnIn ? paths.submission(language, submission.wentOnIn) : undefined,
    answer: tellAnswer(language, versions),
    commitments: commitments.map((commitment) => tellCommitment(language, commitment)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.voice.title.text)

export default function PublishedSubmission() {
  const { language, voice, wentOn, answer, commitments } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-8">
      {wentOn && (
        <Notice>
          <p>
            {t('submissions:merged')}{' '}
            <a href={wentOn} className="font-bold">
              {t('submissions:mergedRead')}
            </a>
          </p>
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Voice voice={voice} language={language} />
        <Answer answer={answer} />
      </div>
      <StoryChain voice={voice} answer={answer.inForce} commitments={commitments} language={language} />
      <section className="flex flex-wrap items-center gap-4">
        <h2>{t('submissions:sendOwn')}</h2>
        <a href={paths.submit(language)} className="button">
          {t('submissions:tell')}
        </a>
        <a href={paths.area(language, voice.area.slug)} className="inline-flex min-h-[3rem] items-center px-2">
          {t('submissions:moreHere', { area: voice.area.name })}
        </a>
      </section>
    </div>
  )
}
