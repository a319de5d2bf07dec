import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { insightsOf } from '#app/domain/insights/insights.server.ts'
import { seesAllFigures } from '#app/domain/insights/visible-figures.server.ts'
import { insightsChoices, insightsFilterFrom } from '#app/http/insights-choices.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { countedAt, drawHexagons, keyFigures, shortWeek, tellInsights } from '#app/http/tell-insights.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { InsightsPage } from '#app/ui/insights/insights-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['insights', 'records'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'insights')
  const language = await staffLanguage(request)
  const t = words(language)
  const filter = insightsFilterFrom(request)
  const insights = await insightsOf(staff, filter)
  return {
    title: t('insights:title'),
    lead: seesAllFigures(staff)
      ? t('insights:lead')
      : t('insights:leadOwn', { authority: t(`staff:authority.${staff.authority}`) }),
    counted: countedAt(language, insights),
    filter,
    choices: await insightsChoices(language, staff),
    figures: keyFigures(language, insights),
    tables: await tellInsights(language, staff, insights),
    weekNames: insights.weeks.map(({ week }) => shortWeek(language, week)),
    map: await baseMap(),
    hexagons: drawHexagons(insights),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function InsightsRoute() {
  return <InsightsPage {...useLoaderData<typeof loader>()} />
}
