import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { home } from '#app/http/home.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { Doors } from '#app/ui/home/doors.tsx'
import { HomeMap } from '#app/ui/home/home-map.tsx'
import { LatestAnswers } from '#app/ui/home/latest-answers.tsx'
import { PledgeGlance } from '#app/ui/home/pledge-glance.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  return { language, title: words(language)('home:title'), ...(await home(language)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Home() {
  const { language, title, tipsAreTaken, pledge, answers, map, hexagons } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-12">
      <section className="flex flex-col gap-3 sm:gap-4">
        <h1>{title}</h1>
        <p className="max-w-text sm:text-lg">{t('home:who')}</p>
        <Doors {...{ language, tipsAreTaken }} />
      </section>
      {pledge && <PledgeGlance language={language} pledge={pledge} />}
      <LatestAnswers language={language} answers={answers} />
      <HomeMap language={language} map={map} hexagons={hexagons} />
    </div>
  )
}
