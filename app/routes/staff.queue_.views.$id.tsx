import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Staff } from '#app/domain/staff/staff.ts'
import { changeView } from '#app/domain/views/change-view.server.ts'
import { changedViewInput } from '#app/domain/views/input.server.ts'
import { removeView } from '#app/domain/views/remove-view.server.ts'
import { viewsForStaff } from '#app/domain/views/views-for-staff.server.ts'
import { found, refuse } from '#app/http/answers.server.ts'
import { invalid, invalidField, readForm, refusedForm } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { ViewPage } from '#app/ui/views/view-page.tsx'
import { listedViews } from '#app/ui/views/view-links.ts'

export const handle = { texts: ['views'] }

/** The view of an address; one that is not hers to change is not there. */
const viewFrom = async (staff: Staff, id: string | undefined) =>
  found(listedViews(await viewsForStaff(staff)).find((view) => view.id === id && view.mayChange))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const view = await viewFrom(staff, params.id)
  const title = words(await staffLanguage(request))('views:changeTitle', { name: view.name })
  return { title, view, organisation: staff.organisationName }
}

/** Names it anew and shares it or no longer, or takes it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const { id } = await viewFrom(staff, params.id)
  const form = await readForm(request, changedViewInput)
  if (form.values.go === 'remove') {
    const gone = await removeView(staff, id)
    return 'refused' in gone ? refuse(gone) : redirect(`${paths.staffViews()}?done=remove`, 303)
  }
  if (!form.input) return invalid(form)
  const result = await changeView(staff, id, form.input)
  if (!('refused' in result)) return redirect(`${paths.staffViews()}?done=change`, 303)
  return result.refused === 'name-taken' ? invalidField(form, 'name', 'name-taken') : refusedForm(form, result)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function OneView() {
  return <ViewPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
