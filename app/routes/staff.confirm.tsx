import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmAgain } from '#app/domain/staff/confirm-again.server.ts'
import { proofInput } from '#app/domain/staff/account-input.server.ts'
import { tooMany } from '#app/http/answers.server.ts'
import { countTry, uncountTry } from '#app/http/count-try.server.ts'
import { invalid, invalidField, readForm } from '#app/http/forms.server.ts'
import { ownStaffPage } from '#app/http/own-page.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { requireSession, staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { settings } from '#app/settings.server.ts'
import { ConfirmPage } from '#app/ui/account/confirm-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export const handle = { texts: ['account'] }

/** Where it leads back to; only ever a page of the back office. */
const backFrom = (request: Request) => ownStaffPage(new URL(request.url).searchParams.get('to'))

export async function loader({ request }: LoaderFunctionArgs) {
  const { secondFactor, session } = await requireSession(request)
  const language = await staffLanguage(request)
  return {
    ...{ title: words(language)('account:confirm.title'), to: backFrom(request), secondFactor },
    singleSignOn: session.via === 'single-sign-on' && settings().singleSignOn !== undefined,
    refused: new URL(request.url).searchParams.get('refused') === 'single-sign-on',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const signed = await requireSession(request)
  const form = await readForm(request, proofInput)
  const empty = { values: {}, errors: form.errors }
  const wait = await countTry({ request, context }, signed.staff.id)
  if (wait) return tooMany(wait, { values: {}, errors: {} })
  if (!form.input) return invalid(empty)
  const result = await confirmAgain(signed, form.input.proof)
  if ('refused' in result) return invalidField(empty, 'proof', 'wrong-proof')
  await uncountTry({ request, context }, signed.staff.id)
  return redirect(backFrom(request), 303)
}

/** Who has tried too often is told how long to wait. */
export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Confirm() {
  return <ConfirmPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
