import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { acceptByIssuer } from '#app/domain/staff/accept-by-issuer.server.ts'
import { confirmByIssuer } from '#app/domain/staff/confirm-by-issuer.server.ts'
import { signInFromIssuer } from '#app/domain/staff/sign-in-from-issuer.server.ts'
import { found } from '#app/http/answers.server.ts'
import { logFailure } from '#app/http/log.server.ts'
import { requireSession } from '#app/http/require-staff.server.ts'
import { singleSignOnCookie } from '#app/http/sealed-cookies.server.ts'
import { signedIn } from '#app/http/signed-in.server.ts'
import { claimsFrom } from '#app/http/single-sign-on.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'

/** Where the issuer sends people back to. Who is not known here is told so on the sign-in page, without why. */
export async function loader({ request }: LoaderFunctionArgs) {
  const chosen = found(settings().singleSignOn)
  const forget = await singleSignOnCookie.forget()
  const leadTo = (to: string) => redirect(to, { headers: { 'Set-Cookie': forget } })
  const refused = leadTo(`${paths.staffSignIn()}?refused=single-sign-on`)
  const kept = await singleSignOnCookie.read(request)
  if (!kept) return refused
  const { search } = new URL(request.url)
  const claims = await claimsFrom(chosen, search, kept.asked).catch((error: unknown) => void logFailure(error, request))
  if (kept.again) {
    const { to, since } = kept.again
    const proved = claims && (await confirmByIssuer(await requireSession(request), claims, since))
    return leadTo(proved && !('refused' in proved) ? to : `${paths.staffConfirm(to)}&refused=single-sign-on`)
  }
  if (!claims) return refused
  const result = kept.invitation ? await acceptByIssuer(kept.invitation, claims) : await signInFromIssuer(claims)
  return 'refused' in result ? refused : signedIn([...result.cookies, forget])
}
