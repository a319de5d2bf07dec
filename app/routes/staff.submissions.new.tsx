import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receivingAuthority } from '#app/domain/submissions/categories.ts'
import { enter } from '#app/domain/submissions/enter.server.ts'
import { entryInput } from '#app/domain/submissions/staff-input.server.ts'
import { entryForm } from '#app/http/entry-form.server.ts'
import { invalid, invalidField, readForm, type FormReply } from '#app/http/forms.server.ts'
import { offeredLanguages } from '#app/http/request.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { handOverCookie } from '#app/http/sealed-cookies.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { EntryPage } from '#app/ui/staff/entry-page.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'submissions.enter')
  const language = await staffLanguage(request)
  return { title: words(language)('staff:entry.title'), parts: await entryForm(language) }
}

/** What was told is taken as from a resident; the code goes to the page from which it is handed over. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'submissions.enter')
  const form = await readForm(request, entryInput)
  if (!form.input) return invalid(withPlaceError(form))

  const { channel, interpretedFrom, ...input } = form.input
  const language = offeredLanguages().find((tag) => tag === input.language) ?? 'sv'
  const result = await enter(staff, { ...input, language }, { channel, interpretedFrom })
  if ('refused' in result) return invalidField(form, result.refused === 'stale-form' ? 'form' : 'place', result.refused)
  const authority = receivingAuthority(input.kind, input.category)
  const kept = { code: result.code, ref: result.ref, language, authority, staffId: staff.id }
  return redirect(paths.staffHandOver(), { status: 303, headers: { 'Set-Cookie': await handOverCookie.keep(kept) } })
}

/** That no place was chosen is told together with what else is missing. */
function withPlaceError({ values, errors }: FormReply): FormReply {
  const chosen = [values.place, values.areaCode, values.lat].some((value) => value?.trim())
  return { values, errors: chosen ? errors : { ...errors, place: 'missing' } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Entry() {
  const { parts } = useLoaderData<typeof loader>()
  return <EntryPage parts={parts} reply={useActionData<typeof action>() ?? { values: {}, errors: {} }} />
}
