import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { staffLanguageCookie } from '#app/http/require-staff.server.ts'
import { staffLanguages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** An address of the back office, and nothing that a browser could take for another site's. */
const ownPage = /^\/staff(\/[\w/-]*)?(\?[\w=&.%+-]*)?$/

/** Keeps the language of the back office and goes back to one of its own pages. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const language = staffLanguages.find((tag) => tag === form.get('language')) ?? 'sv'
  const to = form.get('to')
  const back = typeof to === 'string' && ownPage.test(to) ? to : paths.staff()
  return redirect(back, { status: 303, headers: { 'Set-Cookie': await staffLanguageCookie.serialize(language) } })
}

export const loader = () => redirect(paths.staff())
