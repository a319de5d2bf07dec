import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { allEverydayNames, allWorkingAreas, findArea } from '#app/domain/areas/queries.server.ts'
import { upcomingDialogues } from '#app/domain/dialogues/queries.server.ts'
import { hexagonsThatFit } from '#app/domain/submissions/published-hexagons.server.ts'
import { publishedPage } from '#app/domain/submissions/published.server.ts'
import { found } from '#app/http/answers.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellHexagons, tellListed } from '#app/http/tell-submissions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatList, formatTime, formatWeekday } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { AreaDialogues } from '#app/ui/areas/area-dialogues.tsx'
import { AreaHead } from '#app/ui/areas/area-head.tsx'
import { levelFor, viewAround } from '#app/ui/map/projection.ts'
import { SchematicMap } from '#app/ui/map/schematic-map.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SubmissionList } from '#app/ui/submissions/submission-list.tsx'

export const handle = { kept: [] }

export async function loader({ params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { code, slug, name, districtName } = found(await findArea(params.slug ?? ''))
  const { submissions, next } = await publishedPage({ area: slug })
  const base = await baseMap()
  const view = viewAround(base.areas.find((one) => one.code === code)?.rings ?? [])
  const hexagons = await hexagonsThatFit(levelFor(view), { areaCode: code })
  return {
    language,
    area: { code, slug, name, ...(await namesOf(language, code, districtName)) },
    ...{ base, view, hexagons: tellHexagons(language, hexagons, slug) },
    submissions: submissions.map((submission) => tellListed(language, submission)),
    more: next !== undefined,
    dialogues: await dialoguesIn(language, slug),
  }
}

/** The city's working area that the area belongs to, and what else people call it, in words. */
async function namesOf(language: Language, code: string, districtName: string) {
  const t = words(language)
  const working = (await allWorkingAreas()).find(({ areaCodes }) => areaCodes.includes(code))
  const names = (await allEverydayNames()).filter(({ areaCode }) => areaCode === code).map(({ name }) => name)
  return {
    working: working ? t('areas:working', { name: working.name }) : t('areas:workingNone'),
    partOf: t('areas:partOf', { name: districtName }),
    alsoCalled: names.length ? t('areas:alsoCalled', { names: formatList(language, names) }) : undefined,
  }
}

async function dialoguesIn(language: Language, area: string) {
  const all = await upcomingDialogues()
  return all
    .filter(({ areaSlug }) => areaSlug === area)
    .map(({ slug, title, startsAt, placeName, stage }) => ({
      ...{ slug, placeName, cancelled: stage === 'cancelled' },
      title: pick(title, language),
      when: `${formatWeekday(language, startsAt)} ${formatTime(language, startsAt)}`,
    }))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.area.name)

export default function OneArea() {
  const { language, area, base, view, hexagons, submissions, more, dialogues } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-10">
      <div className="grid items-start gap-8 md:grid-cols-2">
        <AreaHead area={area} language={language} />
        <SchematicMap {...{ base, hexagons, language, view }} marked={area.code} />
      </div>
      <section aria-labelledby="said" className="flex flex-col gap-4">
        <h2 id="said">{t('areas:said')}</h2>
        <SubmissionList submissions={submissions} language={language} none={t('areas:nothingSaid')} />
        {more && (
          <p>
            <a href={`${paths.submissions(language)}?area=${area.slug}`} className="button-quiet">
              {t('areas:allSaid')}
            </a>
          </p>
        )}
      </section>
      <AreaDialogues dialogues={dialogues} language={language} />
    </div>
  )
}
