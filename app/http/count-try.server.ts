import { randomBytes } from 'node:crypto'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { countSignIn } from '#app/domain/staff/count-sign-in.server.ts'
import { visitorAddress, type RequestContext } from './request.server.ts'
import { knownBrowserCookie } from './sealed-cookies.server.ts'

type Visit = { request: Request; context: RequestContext }

/**
 * Counts one try to prove who one is, before it is looked at: a password, a code, a passkey. `account` is what is tried:
 * an address or an id. Gives the seconds to wait, 0 when the try may be made. Who tries from a browser in which that
 * person has signed in before is counted apart from everybody else on the same network.
 */
export async function countTry({ request, context }: Visit, account: string): Promise<number> {
  const known = await knownBrowserCookie.read(request)
  const own = known !== undefined && known.accounts.includes(account.trim().toLowerCase())
  const visitor = own ? `browser ${known.browser}` : await visitorHash(visitorAddress(request, context.address))
  return countSignIn(visitor, account)
}

/** Remembers that somebody has signed in from this browser, under her address and her id; gives the cookie. */
export const rememberBrowser = (email: string, staffId: string): Promise<string> =>
  knownBrowserCookie.keep({
    browser: randomBytes(12).toString('base64url'),
    accounts: [email.trim().toLowerCase(), staffId],
  })
