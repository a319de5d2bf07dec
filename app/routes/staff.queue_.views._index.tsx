import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveView } from '#app/domain/views/save-view.server.ts'
import { viewFilter, viewInput } from '#app/domain/views/input.server.ts'
import { viewsForStaff } from '#app/domain/views/views-for-staff.server.ts'
import { invalid, invalidField, readForm, refusedForm } from '#app/http/forms.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { addressWith } from '#app/ui/staff/queue-filters.tsx'
import { ViewsPage } from '#app/ui/views/views-page.tsx'
import { listedViews } from '#app/ui/views/view-links.ts'

export const handle = { texts: ['views'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const address = new URL(request.url).searchParams
  return {
    title: words(await staffLanguage(request))('views:title'),
    done: ['change', 'remove'].find((verb) => verb === address.get('done')),
    organisation: staff.organisationName,
    filter: addressWith(viewFilter.parse(Object.fromEntries(address)), {}).split('?')[1] ?? '',
    views: listedViews(await viewsForStaff(staff)),
  }
}

/** Saves a view and goes on to the queue that it shows. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.read')
  const form = await readForm(request, viewInput)
  if (!form.input) return invalid(form)
  const result = await saveView(staff, form.input)
  if (!('refused' in result)) return redirect(addressWith(form.input.filter, {}), 303)
  return result.refused === 'name-taken' ? invalidField(form, 'name', 'name-taken') : refusedForm(form, result)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Views() {
  return <ViewsPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
