import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/staff/permissions.ts'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { pointsOfRows } from '#app/domain/submissions/points-of-rows.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { pageAround } from '#app/domain/submissions/page-around.server.ts'
import { readFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { viewsForStaff } from '#app/domain/views/views-for-staff.server.ts'
import { queueChoices } from '#app/http/queue-choices.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { queueMap } from '#app/ui/staff/queue-map.server.ts'
import { readAhead } from '#app/ui/staff/ahead.ts'
import { QueuePage } from '#app/ui/staff/queue-page.tsx'
import { queueView } from '#app/ui/staff/queue-view.server.ts'
import { listedViews } from '#app/ui/views/view-links.ts'

// A case is opened from here without the page being loaded anew, so its words are needed already.
export const handle = { texts: ['child-reports', 'handling', 'personal', 'photo-editor', 'templates', 'views'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const language = await staffLanguage(request)
  const filter = await pageAround(staff, readFilter(new URL(request.url).searchParams))
  const view = queueView(await queue(staff, filter), filter, language)
  const rows = [...view.rows, ...view.heldRows]
  const choices = await queueChoices(staff, language)
  return {
    title: words(language)('staff:queue.title'),
    filter: { ...filter, after: undefined, before: undefined, at: undefined },
    view,
    choices,
    views: listedViews(await viewsForStaff(staff)),
    organisation: staff.organisationName,
    map: queueMap(await baseMap(), {
      rows,
      points: await pointsOfRows(
        staff,
        rows.map(({ ref }) => ref),
      ),
      language,
    }),
    mayEnter: may(staff, 'submissions.enter'),
  }
}

/** What has changed is read aside of what is shown. */
export const clientLoader = readAhead

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Queue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
