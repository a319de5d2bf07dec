import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { ownStaffPage } from '#app/http/own-page.ts'
import { staffLanguageCookie } from '#app/http/require-staff.server.ts'
import { staffLanguages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** Keeps the language of the back office and goes back to one of its own pages. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = staffLanguages.find((tag) => tag === form.get('language')) ?? 'sv'
  const back = ownStaffPage(form.get('to'))
  return redirect(back, { status: 303, headers: { 'Set-Cookie': await staffLanguageCookie.serialize(language) } })
}

export const loader = () => redirect(paths.staff())
