import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { tellHandOver } from '#app/http/hand-over.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { handOverCookie } from '#app/http/sealed-cookies.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { HandOverPage } from '#app/ui/staff/hand-over-page.tsx'

export const headers = passHeaders

/** Only who wrote it down is shown the code, and only for ten minutes or until it is handed over. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.enter')
  const language = await staffLanguage(request)
  const cookie = await handOverCookie.read(request)
  const kept = cookie?.staffId === staff.id ? cookie : undefined
  const done = new URL(request.url).searchParams.has('done')
  const title = words(language)(`staff:handover.${kept ? 'title' : done ? 'doneTitle' : 'gone'}`)
  const open = kept && (await findForStaff(staff, kept.ref)) ? paths.staffSubmission(kept.ref) : undefined
  const shown = { title, open, handOver: kept && tellHandOver(language, kept) }
  return data(shown, { headers: { 'Cache-Control': 'no-store' } })
}

/** The code has been handed over: it is forgotten here. */
export async function action({ request }: ActionFunctionArgs) {
  await requireStaff(request, 'submissions.enter')
  const headers = { 'Set-Cookie': await handOverCookie.forget() }
  return redirect(`${paths.staffHandOver()}?done`, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function HandOver() {
  return <HandOverPage {...useLoaderData<typeof loader>()} />
}
