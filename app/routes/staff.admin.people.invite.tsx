import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteInput } from '#app/domain/staff/account-input.server.ts'
import { invite } from '#app/domain/staff/invite.server.ts'
import { invalid, readForm, refusedForm } from '#app/http/forms.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { roleOptions } from '#app/http/role-options.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { InvitePage } from '#app/ui/people/invite-page.tsx'

export const handle = { texts: ['account'] }

export async function loader({ request }: LoaderFunctionArgs) {
  const { staff } = await requireFresh(request, 'staff.edit')
  const language = await staffLanguage(request)
  return { title: words(language)('account:people.invite'), options: await roleOptions(staff) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await requireFresh(request, 'staff.edit')
  const form = await readForm(request, inviteInput)
  if (!form.input) return invalid(form)
  const result = await invite(staff, form.input)
  return 'refused' in result ? refusedForm(form, result) : redirect(`${paths.staffPeople()}?done=invited`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
