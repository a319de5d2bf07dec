import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { hexagonsThatFit } from '#app/domain/submissions/published-hexagons.server.ts'
import { publishedPage } from '#app/domain/submissions/published.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellHexagons, tellListed } from '#app/http/tell-submissions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { LiveMap } from '#app/ui/map/live-map.tsx'
import { SchematicMap } from '#app/ui/map/schematic-map.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SubmissionList } from '#app/ui/submissions/submission-list.tsx'

export const handle = { hydrate: true, texts: ['map', 'submissions', 'categories'], kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { submissions, next } = await publishedPage()
  return {
    language,
    title: words(language)('map:title'),
    base: await baseMap(),
    points: tellHexagons(language, await hexagonsThatFit(8)),
    submissions: submissions.map((submission) => tellListed(language, submission)),
    more: next !== undefined,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function MapPage() {
  const { language, title, base, points, submissions, more } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-3">
        <h1>{title}</h1>
        <p className="text-lg">{t('map:lead')}</p>
      </header>
      <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="lg:sticky lg:top-4">
          <LiveMap {...{ base, points, language }} label={t('map:label')}>
            <SchematicMap base={base} hexagons={points} language={language} />
          </LiveMap>
        </div>
        <section aria-labelledby="list" className="flex flex-col gap-4">
          <h2 id="list">{t('map:list')}</h2>
          <SubmissionList submissions={submissions} language={language} none={t('submissions:none')} narrow />
          <p>
            <a href={paths.submissions(language)} className="button-quiet">
              {t(more ? 'map:whole' : 'map:filter')}
            </a>
          </p>
        </section>
      </div>
    </div>
  )
}
