import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found } from '#app/http/answers.server.ts'
import { caseToDisclose, disclosureForm } from '#app/http/disclosure.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { DisclosurePage } from '#app/ui/records/disclosure-page.tsx'

export const handle = { texts: ['records'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await requireFresh(request, 'disclose')
  const language = await staffLanguage(request)
  const ref = refFrom(params)
  const shown = found(await caseToDisclose(staff, ref))
  const number = shown.registrationNumber ?? ref
  return {
    ...{ of: ref, title: words(language)('records:disclosure.title', { number }) },
    changed: new URL(request.url).searchParams.has('changed'),
    secrecy: shown.secrecy.filter(({ liftedAt }) => !liftedAt).map(({ id, what, law }) => ({ id, what, law })),
    form: await disclosureForm(shown, language),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Disclose() {
  return <DisclosurePage {...useLoaderData<typeof loader>()} />
}
