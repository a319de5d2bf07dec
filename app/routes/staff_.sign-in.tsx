import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signInInput } from '#app/domain/staff/input.ts'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { tooMany } from '#app/http/answers.server.ts'
import { countTry, rememberBrowser, uncountTry } from '#app/http/count-try.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { secondStepCookie } from '#app/http/sealed-cookies.server.ts'
import { signedIn } from '#app/http/signed-in.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { SignInPage } from '#app/ui/staff/sign-in-page.tsx'

export const handle = { hydrate: true, texts: ['staff', 'account'] }

const notices = ['chosen', 'passkey', 'single-sign-on', 'too-many'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  if (await findSignedIn(request.headers)) throw redirect(paths.staff())
  const language = await staffLanguage(request)
  const query = new URL(request.url).searchParams
  const notice = query.get('refused') ?? query.get('done')
  return {
    title: words(language)('staff:signIn.title'),
    trial: settings().mode === 'trial',
    singleSignOn: settings().singleSignOn !== undefined,
    notice: notices.find((one) => one === notice),
  }
}

/** Every try is counted before the password is looked at; what was wrong is not said. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signInInput)
  const email = form.values.email ?? ''
  const values = { email }
  const wait = await countTry({ request, context }, email)
  if (wait) return tooMany(wait, { values, errors: {} })
  if (!form.input) return invalid({ values, errors: form.errors })

  const result = await signIn(form.input.email, form.input.password)
  if ('refused' in result) return data({ values, errors: {}, refused: 'wrong-sign-in' as const }, { status: 422 })
  await uncountTry({ request, context }, email)
  const { cookies, awaits, staffId } = result
  if (awaits) return signedIn([await secondStepCookie.keep({ staffId, email })], paths.staffSecondStep())
  return signedIn([...cookies, await rememberBrowser(request, email, staffId)])
}

/** A visitor who has tried too often is told how long to wait. */
export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function SignIn() {
  const { trial, singleSignOn, notice } = useLoaderData<typeof loader>()
  return <SignInPage {...{ trial, singleSignOn, notice }} reply={useActionData<typeof action>()} />
}
