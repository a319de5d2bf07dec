import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { fieldsOf, valuesOf } from '#app/http/forms.server.ts'
import { ownStaffPage } from '#app/http/own-page.ts'
import { staffLanguageCookie } from '#app/http/require-staff.server.ts'
import { staffLanguages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** Keeps the language of the back office and goes back to one of its own pages. */
export async function action({ request }: ActionFunctionArgs) {
  const { language: chosen, to } = valuesOf(await fieldsOf(request))
  const language = staffLanguages.find((tag) => tag === chosen) ?? 'sv'
  const back = ownStaffPage(to ?? null)
  return redirect(back, { status: 303, headers: { 'Set-Cookie': await staffLanguageCookie.serialize(language) } })
}

export const loader = () => redirect(paths.staff())
