import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { staffLanguageCookie } from '#app/http/require-staff.server.ts'
import { staffLanguages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** Keeps the language of the back office and goes back to one of its own pages. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = staffLanguages.find((tag) => tag === form.get('language')) ?? 'sv'
  const to = String(form.get('to') ?? '')
  const back = /^\/staff(\/[\w/-]*)?(\?[\w=&.%+-]*)?$/.test(to) ? to : paths.staff()
  return redirect(back, { status: 303, headers: { 'Set-Cookie': await staffLanguageCookie.serialize(language) } })
}

export const loader = () => redirect(paths.staff())
