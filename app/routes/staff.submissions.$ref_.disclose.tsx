import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { disclosureInput } from '#app/domain/records/input.server.ts'
import { findToDisclose } from '#app/domain/records/find-to-disclose.server.ts'
import { found } from '#app/http/answers.server.ts'
import { disclosureForm } from '#app/http/disclosure.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireFresh, requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DisclosurePage, type DisclosureReply } from '#app/ui/records/disclosure-page.tsx'

export const handle = { texts: ['photo-editor', 'records'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await requireFresh(request, 'disclose')
  const language = await staffLanguage(request)
  const ref = refFrom(params)
  const shown = found(await findToDisclose(staff, ref))
  const number = shown.registrationNumber ?? ref
  return {
    ...{ of: ref, title: words(language)('records:disclosure.title', { number }) },
    secrecy: shown.secrecy.filter(({ liftedAt }) => !liftedAt).map(({ id, what, law }) => ({ id, what, law })),
    form: await disclosureForm(staff, shown, language),
  }
}

/** Shows the form again, with what was chosen, when it could not be given out as it was posted. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'disclose')
  found(await findToDisclose(staff, refFrom(params)))
  const { values, errors } = await readForm(request, disclosureInput)
  const names = (text = '') => text.split(',').filter(Boolean)
  const chosen = { mask: names(values.mask), leaveOut: names(values.leaveOut), words: values.words ?? '' }
  return data({ errors, chosen: { ...chosen, seen: values.seen ?? '' } }, { status: errors.words ? 422 : 409 })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Disclose() {
  return <DisclosurePage {...useLoaderData<typeof loader>()} reply={useActionData<DisclosureReply>()} />
}
