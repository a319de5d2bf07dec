import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import { disclosesTips, readsTips } from '#app/domain/tips/reads-tips.ts'
import { plainPath } from './plain-path.ts'

const aboutTips = /^\/staff\/tips(\/|$)/
const aboutDisclosure = /^\/staff\/tips\/disclosure(\/|$)/

/**
 * A request for an address about tips becomes one for an address that is none, unless it comes from somebody who has to
 * do with them: so the answer is the same to the byte, whatever route the address would have led to. `shownAs` is the
 * path that was asked for.
 */
export async function hideTips(request: Request): Promise<{ request: Request; shownAs?: string }> {
  const url = new URL(request.url)
  const path = plainPath(url.pathname)
  if (!aboutTips.test(path)) return { request }
  const staff = await findSignedIn(request.headers)
  if (staff && (aboutDisclosure.test(path) ? disclosesTips(staff) : readsTips(staff))) return { request }
  const shownAs = url.pathname
  url.pathname = `/staff/-${shownAs.endsWith('.data') ? '.data' : ''}`
  return { request: new Request(url, request), shownAs }
}
