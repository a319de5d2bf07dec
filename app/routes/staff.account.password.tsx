import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/domain/staff/change-password.server.ts'
import { changePasswordInput } from '#app/domain/staff/account-input.server.ts'
import { tooMany } from '#app/http/answers.server.ts'
import { countTry, uncountTry } from '#app/http/count-try.server.ts'
import { invalid, invalidField, readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { requireSession, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { PasswordPage } from '#app/ui/account/password-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['account'] }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireSession(request)
  return { title: words(await staffLanguage(request))('account:password.change') }
}

/** Every try is counted before the old password is looked at; no password comes back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const signed = await requireSession(request)
  const form = await readForm(request, changePasswordInput)
  const empty = { values: {}, errors: form.errors }
  const wait = await countTry({ request, context }, signed.staff.id)
  if (wait) return tooMany(wait, { values: {}, errors: {} })
  if (!form.input) return invalid(empty)
  const result = await changePassword(signed, form.input)
  if ('fault' in result) return invalidField(empty, 'password', result.fault)
  if ('refused' in result) return invalidField(empty, 'current', 'wrong-proof')
  await uncountTry({ request, context }, signed.staff.id)
  return redirect(`${paths.staffAccount()}?done=password`, 303)
}

/** Who has tried too often is told how long to wait. */
export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Password() {
  return <PasswordPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
