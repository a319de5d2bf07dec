import { redirect } from '@remix-run/node'
import { found } from '#app/http/answers.server.ts'
import { logFailure } from '#app/http/log.server.ts'
import { singleSignOnCookie } from '#app/http/sealed-cookies.server.ts'
import { askIssuer } from '#app/http/single-sign-on.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** Leads to the issuer, where there is one; while it does not answer, back to the sign-in page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const chosen = found(settings().singleSignOn)
  const asked = await askIssuer(chosen).catch((error: unknown) => void logFailure(error, request))
  if (!asked) return redirect(`${paths.staffSignIn()}?refused=single-sign-on`)
  return redirect(asked.address, { headers: { 'Set-Cookie': await singleSignOnCookie.keep(asked.asked) } })
}
