import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { invitationAt } from '#app/domain/staff/invitations.server.ts'
import { found } from '#app/http/answers.server.ts'
import { logFailure } from '#app/http/log.server.ts'
import { ownStaffPage } from '#app/http/own-page.ts'
import { requireSession } from '#app/http/require-staff.server.ts'
import { singleSignOnCookie } from '#app/http/sealed-cookies.server.ts'
import { askIssuer } from '#app/http/single-sign-on.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'

/**
 * Leads to the issuer, where there is one: to sign in, to take up an invitation, or to prove anew who one is. While it
 * does not answer, back to the sign-in page.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const chosen = found(settings().singleSignOn)
  const purpose = await purposeOf(request)
  const asking = askIssuer(chosen, { anew: purpose.again !== undefined })
  const issuer = await asking.catch((error: unknown) => void logFailure(error, request))
  if (!issuer) return redirect(`${paths.staffSignIn()}?refused=single-sign-on`)
  const cookie = await singleSignOnCookie.keep({ asked: issuer.asked, ...purpose })
  return redirect(issuer.address, { headers: { 'Set-Cookie': cookie } })
}

async function purposeOf(request: Request) {
  const query = new URL(request.url).searchParams
  const [invitation, to] = [query.get('invitation') ?? undefined, query.get('again')]
  if (to !== null) {
    await requireSession(request)
    return { again: { to: ownStaffPage(to), since: Date.now() } }
  }
  if (invitation !== undefined && !(await invitationAt(invitation))) throw redirect(paths.staffSignIn())
  return { invitation }
}
