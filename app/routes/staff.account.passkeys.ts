import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { addPasskey } from '#app/domain/staff/add-passkey.server.ts'
import { ownPasskeyInput, passkeyInput } from '#app/domain/staff/account-input.server.ts'
import { optionsForNewPasskey } from '#app/domain/staff/passkeys.server.ts'
import { removePasskey } from '#app/domain/staff/remove-passkey.server.ts'
import { renamePasskey } from '#app/domain/staff/rename-passkey.server.ts'
import { checkForm, fieldsOf, valuesOf } from '#app/http/forms.server.ts'
import { requireFresh, staffLanguage } from '#app/http/require-staff.server.ts'
import { passkeyCookie } from '#app/http/sealed-cookies.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'

const back = (query: string, headers: Record<string, string> = {}) =>
  redirect(`${paths.staffAccount()}?${query}`, { status: 303, headers })

/** Whoever has taken a session over must not change how its owner gets in. */
const fresh = (request: Request) => requireFresh(request, undefined, { back: paths.staffAccount() })

/** What the browser is to ask of the device that makes a passkey. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, email } = await fresh(request)
  const portal = words(await staffLanguage(request))('common:name')
  const options = await optionsForNewPasskey({ id: staff.id, name: staff.name, email }, portal)
  const cookie = await passkeyCookie.keep({ challenge: options.challenge, staffId: staff.id })
  return Response.json(options, { headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' } })
}

/** Adds, renames or removes a passkey of one's own. */
export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await fresh(request)
  const values = valuesOf(await fieldsOf(request))
  if (values.verb === 'add') return add(request, staff.id, values)
  const { input } = checkForm(values, ownPasskeyInput)
  if (!input) return back('refused=passkey')
  if (values.verb === 'remove') {
    const gone = await removePasskey(staff.id, input.id)
    return back('refused' in gone ? 'refused=passkey' : 'done=passkey-removed')
  }
  const named = input.name && (await renamePasskey(staff.id, input.id, input.name))
  return back(named && 'id' in named ? 'done=passkey-renamed' : 'refused=passkey')
}

async function add(request: Request, staffId: string, values: Record<string, string>) {
  const [asked, { input }] = [await passkeyCookie.read(request), checkForm(values, passkeyInput)]
  if (!input || asked?.staffId !== staffId) return back('refused=passkey')
  const response = input.answer as unknown as RegistrationResponseJSON
  const made = await addPasskey(staffId, { name: input.name, challenge: asked.challenge, response })
  const forget = { 'Set-Cookie': await passkeyCookie.forget() }
  return back('refused' in made ? 'refused=passkey' : 'done=passkey', forget)
}
