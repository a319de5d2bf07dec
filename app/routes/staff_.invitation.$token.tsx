import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation } from '#app/domain/staff/accept-invitation.server.ts'
import { choosePasswordInput } from '#app/domain/staff/account-input.server.ts'
import { invitationAt } from '#app/domain/staff/invitations.server.ts'
import { refuse, tooMany } from '#app/http/answers.server.ts'
import { countTry, uncountTry } from '#app/http/count-try.server.ts'
import { invalid, invalidField, readForm } from '#app/http/forms.server.ts'
import { passHeaders } from '#app/http/pass-headers.ts'
import { staffLanguage } from '#app/http/require-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { InvitationPage } from '#app/ui/account/invitation-page.tsx'
import { pageTitle } from '#app/ui/page-title.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [token, language] = [params.token ?? '', await staffLanguage(request)]
  const t = words(language)
  const invitation = await invitationAt(token)
  const { mode, singleSignOn } = settings()
  const common = { token, trial: mode === 'trial', singleSignOn: singleSignOn !== undefined }
  if (!invitation) {
    const gone = { ...common, title: t('account:invitation.gone'), invited: null }
    return data(gone, { status: 404 })
  }
  const { name, email, role, staffId, expiresAt } = invitation
  const until = `${formatDay(language, expiresAt)} ${formatTime(language, expiresAt)}`
  const again = staffId !== null
  const title = t(again ? 'account:invitation.againTitle' : 'account:invitation.title')
  const invited = { name, email, role: t(`staff:role.${role}.name`), until, again }
  return data({ ...common, title, invited })
}

/** The password is chosen once; then she signs in with it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const wait = await countTry({ request, context }, 'invitation')
  if (wait) return tooMany(wait, { values: {}, errors: {} })
  const form = await readForm(request, choosePasswordInput)
  const empty = { values: {}, errors: form.errors }
  if (!form.input) return invalid(empty)
  const result = await acceptInvitation(params.token ?? '', form.input.password)
  if ('fault' in result) return invalidField(empty, 'password', result.fault)
  if ('refused' in result) return refuse(result)
  await uncountTry({ request, context }, 'invitation')
  return redirect(`${paths.staffSignIn()}?done=chosen`)
}

/** A visitor who has tried too often is told how long to wait. */
export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)

export default function Invitation() {
  return <InvitationPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
