import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { neighboursInQueue } from '#app/domain/submissions/neighbours-in-queue.server.ts'
import { readFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { found } from '#app/http/answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { verbs } from '#app/http/staff-answers.server.ts'
import { submissionChoices } from '#app/http/submission-choices.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { readAhead } from '#app/ui/staff/ahead.ts'
import { caseAddresses } from '#app/ui/staff/case-addresses.ts'
import { submissionView } from '#app/ui/staff/submission-view.server.ts'

export const handle = { texts: ['child-reports', 'handling', 'personal', 'photo-editor', 'templates'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const language = await staffLanguage(request)
  const asked = new URL(request.url).searchParams
  const from = asked.get('from') ?? undefined
  const filter = readFilter(new URLSearchParams(from))
  const [read, beside] = await Promise.all([findForStaff(staff, refFrom(params)), neighboursInQueue(staff, filter)])
  const submission = found(read)
  const done = verbs.find((verb) => verb === asked.get('done'))
  const shownFilter = { ...filter, after: undefined, before: undefined, at: undefined }
  const ways = caseAddresses(submission.ref, from, { filter: shownFilter, beside })
  const choices = await submissionChoices(staff, submission, language)
  const view = submissionView(submission, language, { ...choices, done, ways })
  const category = words(language)(`categories:${view.category}`)
  return { title: words(language)('staff:submission.title', { category, area: view.areaName }), view }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** What was read ahead is shown at once. */
export const clientLoader = readAhead

/** Also after a refusal: what somebody else has changed is then shown. */
export const shouldRevalidate = () => true

export default function Submission() {
  const { view } = useLoaderData<typeof loader>()
  return <Outlet key={view.ref} context={view} />
}
