import { randomBytes } from 'node:crypto'
import { visitorHash } from '#app/domain/records/day-key.server.ts'
import { countSignIn, uncountSignIn } from '#app/domain/staff/count-sign-in.server.ts'
import { deriveKey, keyedHash } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'
import { visitorAddress, type RequestContext } from './request.server.ts'
import { knownBrowserCookie } from './sealed-cookies.server.ts'

type Visit = { request: Request; context: RequestContext }

/**
 * Counts one try to prove who one is, before it is looked at: a password, a code, a passkey. `account` is what is tried:
 * an address or an id. Gives the seconds to wait, 0 when the try may be made. Who tries from a browser in which that
 * person has signed in before is counted apart from everybody else on the same network, and in the same browser.
 */
export const countTry = async (visit: Visit, account: string): Promise<number> =>
  countSignIn(await visitorOf(visit, account), account)

/** Takes the count of a try back that was right, so that many may sign in from one address. */
export const uncountTry = async (visit: Visit, account: string): Promise<void> =>
  uncountSignIn(await visitorOf(visit, account), account)

async function visitorOf({ request, context }: Visit, account: string): Promise<string> {
  const known = await knownBrowserCookie.read(request)
  const name = nameOf(account)
  if (known?.accounts.includes(name)) return `browser ${known.browser} ${name}`
  return visitorHash(visitorAddress(request, context.address))
}

/** So many names a browser keeps, two of each person: a shared one is that of the ten who signed in last. */
const mostNames = 20

/** Remembers that somebody has signed in from this browser, under her address and her id; gives the cookie. */
export async function rememberBrowser(request: Request, email: string, staffId: string): Promise<string> {
  const known = await knownBrowserCookie.read(request)
  const browser = known?.browser ?? randomBytes(12).toString('base64url')
  const accounts = new Set([nameOf(email), nameOf(staffId), ...(known?.accounts ?? [])])
  return knownBrowserCookie.keep({ browser, accounts: [...accounts].slice(0, mostNames) })
}

/** What a browser knows an account by: short, so that the cookie is, and no address. */
const nameOf = (account: string): string =>
  keyedHash(deriveKey(settings().appSecret, 'accounts of a browser'), account.trim().toLowerCase()).slice(0, 16)
