import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { passkeyInput } from '#app/domain/staff/account-input.server.ts'
import { optionsForSignIn } from '#app/domain/staff/passkeys.server.ts'
import { signInWithPasskey } from '#app/domain/staff/sign-in-with-passkey.server.ts'
import { countTry, uncountTry } from '#app/http/count-try.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { passkeyCookie } from '#app/http/sealed-cookies.server.ts'
import { signedIn } from '#app/http/signed-in.server.ts'
import { paths } from '#app/paths.ts'

const refused = (why: 'passkey' | 'too-many') => redirect(`${paths.staffSignIn()}?refused=${why}`)

/** What the browser is to ask its passkeys. */
export async function loader() {
  const options = await optionsForSignIn()
  const cookie = await passkeyCookie.keep({ challenge: options.challenge })
  return Response.json(options, { headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' } })
}

/** Signs in with what a passkey has answered; what was wrong is not said. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (await countTry({ request, context }, 'passkey')) return refused('too-many')
  const [asked, form] = [await passkeyCookie.read(request), await readForm(request, passkeyInput)]
  if (!asked || asked.staffId !== undefined || !form.input) return refused('passkey')
  const response = form.input.answer as unknown as AuthenticationResponseJSON
  const result = await signInWithPasskey({ challenge: asked.challenge, response })
  if ('refused' in result) return refused('passkey')
  await uncountTry({ request, context }, 'passkey')
  return signedIn([...result.cookies, await passkeyCookie.forget()])
}
