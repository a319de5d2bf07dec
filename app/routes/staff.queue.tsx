import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/staff/permissions.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queueChoices } from '#app/http/queue-choices.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { QueuePage } from '#app/ui/staff/queue-page.tsx'
import { queueView } from '#app/ui/staff/queue-view.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const language = await staffLanguage(request)
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const filter = queueFilter.parse(Object.fromEntries(asked))
  const view = queueView(await queue(staff, filter), filter, language)
  const choices = await queueChoices(staff, language)
  return {
    title: words(language)('staff:queue.title'),
    filter: { ...filter, after: undefined, before: undefined },
    view,
    choices,
    mayEnter: may(staff, 'submissions.enter'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Queue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
