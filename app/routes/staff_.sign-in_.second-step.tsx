import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { codeInput } from '#app/domain/staff/account-input.server.ts'
import { openSession } from '#app/domain/staff/open-session.server.ts'
import { takeCode } from '#app/domain/staff/take-code.server.ts'
import { tooMany } from '#app/http/answers.server.ts'
import { countTry, rememberBrowser, uncountTry } from '#app/http/count-try.server.ts'
import { invalid, invalidField, readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { secondStepCookie } from '#app/http/sealed-cookies.server.ts'
import { signedIn } from '#app/http/signed-in.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { SecondStepPage } from '#app/ui/account/second-step-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await secondStepCookie.read(request))) throw redirect(paths.staffSignIn())
  const language = await staffLanguage(request)
  return { title: words(language)('account:secondStep.title'), trial: settings().mode === 'trial' }
}

/** Every code is counted before it is looked at; what was typed does not come back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const awaited = await secondStepCookie.read(request)
  if (!awaited) throw redirect(paths.staffSignIn())
  const form = await readForm(request, codeInput)
  const empty = { values: {}, errors: form.errors }
  const wait = await countTry({ request, context }, awaited.staffId)
  if (wait) return tooMany(wait, { values: {}, errors: {} })
  if (!form.input) return invalid(empty)

  if (!(await takeCode(awaited.staffId, form.input.code))) return invalidField(empty, 'code', 'wrong-code')
  await uncountTry({ request, context }, awaited.staffId)
  const result = await openSession(awaited.staffId, 'password')
  if ('refused' in result) throw redirect(paths.staffSignIn())
  const known = await rememberBrowser(request, awaited.email, awaited.staffId)
  return signedIn([...result.cookies, known, await secondStepCookie.forget()])
}

/** A visitor who has tried too often is told how long to wait. */
export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function SecondStep() {
  return <SecondStepPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
