import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { signInFromIssuer } from '#app/domain/staff/sign-in-from-issuer.server.ts'
import { found } from '#app/http/answers.server.ts'
import { logFailure } from '#app/http/log.server.ts'
import { singleSignOnCookie } from '#app/http/sealed-cookies.server.ts'
import { signedIn } from '#app/http/signed-in.server.ts'
import { claimsFrom } from '#app/http/single-sign-on.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'

/** Where the issuer sends people back to. Who is not known here is told so on the sign-in page, without why. */
export async function loader({ request }: LoaderFunctionArgs) {
  const chosen = found(settings().singleSignOn)
  const forget = await singleSignOnCookie.forget()
  const refused = redirect(`${paths.staffSignIn()}?refused=single-sign-on`, { headers: { 'Set-Cookie': forget } })
  const asked = await singleSignOnCookie.read(request)
  if (!asked) return refused
  const { search } = new URL(request.url)
  const claims = await claimsFrom(chosen, search, asked).catch((error: unknown) => void logFailure(error, request))
  if (!claims) return refused
  const result = await signInFromIssuer(claims)
  return 'refused' in result ? refused : signedIn([...result.cookies, forget])
}
