import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { found } from '#app/http/answers.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { verbs } from '#app/http/staff-answers.server.ts'
import { submissionChoices } from '#app/http/submission-choices.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { submissionView } from '#app/ui/staff/submission-view.server.ts'

export const handle = { texts: ['handling', 'templates'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const language = await staffLanguage(request)
  const submission = found(await findForStaff(staff, refFrom(params)))
  const done = verbs.find((verb) => verb === new URL(request.url).searchParams.get('done'))
  const view = submissionView(submission, language, { ...(await submissionChoices(staff, submission, language)), done })
  const category = words(language)(`categories:${view.category}`)
  return { title: words(language)('staff:submission.title', { category, area: view.areaName }), view }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

/** Also after a refusal: what somebody else has changed is then shown. */
export const shouldRevalidate = () => true

export default function Submission() {
  const { view } = useLoaderData<typeof loader>()
  return <Outlet context={view} />
}
