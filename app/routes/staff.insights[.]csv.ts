import type { LoaderFunctionArgs } from '@remix-run/node'
import { insightsOf } from '#app/domain/insights/insights.server.ts'
import { found } from '#app/http/answers.server.ts'
import { csvOf } from '#app/http/csv.ts'
import { insightsFilterFrom } from '#app/http/insights-choices.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { plainFigure, tableKeys, tellInsights } from '#app/http/tell-insights.server.ts'

/** One table of figures as a file, narrowed as the address says: the same figures as on the page, and as hidden. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'insights')
  const language = await staffLanguage(request)
  const asked = new URL(request.url).searchParams.get('table')
  const key = found(tableKeys.find((one) => one === asked))
  const insights = await insightsOf(staff, insightsFilterFrom(request))
  const { rowLabel, columns, rows } = (await tellInsights(language, staff, insights))[key]
  const head = [rowLabel, ...columns.map(({ label }) => label)]
  return new Response(csvOf([head, ...rows.map(({ label, cells }) => [label, ...cells.map(plainFigure)])]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${key}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
