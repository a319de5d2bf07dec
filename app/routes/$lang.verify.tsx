import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { secondsToWait } from '#app/domain/records/limits.server.ts'
import { judgeProof } from '#app/domain/submissions/judge-proof.server.ts'
import { proofInput } from '#app/domain/submissions/input.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { languageFrom, visitorAddress } from '#app/http/request.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { VerifyPage } from '#app/ui/receipt/verify-page.tsx'

export const headers = passHeaders

export const loader = ({ params }: LoaderFunctionArgs) => ({
  title: words(languageFrom(params))('receipt:verify.title'),
})

/** Judges a proof of receipt; tried as seldom as a code, since it too is something one holds. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const { input, values, errors } = await readForm(request, proofInput)
  if (!input) return data({ values, errors, verdict: undefined, wait: undefined }, { status: 422 })
  const seconds = await secondsToWait('codes', await visitorHash(visitorAddress(request, context.address)))
  if (seconds) {
    const wait = words(language)('follow:code.wait', { count: Math.ceil(seconds / 60) })
    const headers = { 'Retry-After': String(seconds) }
    return data({ values, errors: {}, verdict: undefined, wait }, { status: 429, headers })
  }
  return data({ values, errors: {}, verdict: await judgeProof(input.proof), wait: undefined })
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Verify() {
  const { title } = useLoaderData<typeof loader>()
  return <VerifyPage title={title} reply={useActionData<typeof action>()} />
}
