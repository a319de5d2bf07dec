import { createCookie, redirect } from '@remix-run/node'
import type { Signed } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { carryOutRotation } from '#app/domain/tips/carry-out-rotation.server.ts'
import { findUnlocked, type Unlocked } from '#app/domain/tips/find-unlocked.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { disclosesTips, readsTips } from '#app/domain/tips/reads-tips.ts'
import { paths } from '#app/paths.ts'
import { logFailure } from './log.server.ts'
import { isSecure } from './request.server.ts'
import { demandFresh, pageOf, requireSession } from './require-staff.server.ts'

const cookie = () => createCookie('tips', { httpOnly: true, sameSite: 'strict', path: '/staff', secure: isSecure() })

/** The header value that keeps the key of an unlocked session, for as long as the browser is open. */
export const keepUnlocked = (cookieKey: string): Promise<string> => cookie().serialize(cookieKey)

/** The header value that forgets it. */
export const forgetUnlocked = (): Promise<string> => cookie().serialize('', { maxAge: 0 })

/** An officer who may hold tips, in her session; `unlocked` is what she has open in it. */
export type TipsSession = { staff: Staff; sessionId: string; unlocked: Unlocked | undefined }

/**
 * What a page about tips asks for besides: `ref`, the tip to lead to from where tips are unlocked; `fresh`, that she has
 * proved who she is in the last ten minutes, as before keys and exports, and where to lead her when she has.
 */
type Asked = { ref?: string; fresh?: string }

/**
 * Who is signed in, for a page about tips. For everybody but officers of the police there is no such page. Where a new
 * tips key is due, the first who has it open puts it in place.
 */
export async function requireTips(request: Request, { fresh }: Asked = {}): Promise<TipsSession> {
  const signed = await requireOneOf(request, readsTips)
  if (fresh) demandFresh(signed, fresh)
  const { staff, session } = signed
  const kept: unknown = await cookie().parse(request.headers.get('Cookie'))
  const opened = { sessionId: session.id, cookieKey: typeof kept === 'string' && kept !== '' ? kept : undefined }
  const unlocked = await findUnlocked(staff, opened)
  if (!unlocked?.tipsKey || !unlocked.rotationIsDue) return { staff, sessionId: session.id, unlocked }
  // A tip that does not open must not keep holders from all others: the new key stays due.
  await carryOutRotation(staff, unlocked.tipsKey).catch((failure: unknown) => logFailure(failure, request))
  return { staff, sessionId: session.id, unlocked: await findUnlocked(staff, opened) }
}

/**
 * The same, with the key that opens tips; sends to the page where they are unlocked when they are locked, and from there
 * on to the tip (`ref`) that was asked for. What was posted to a tip goes both ways with her, so that nothing typed is lost.
 */
export async function requireUnlocked(
  request: Request,
  asked: Asked = {},
): Promise<TipsSession & { tipsKey: OpenKey }> {
  const session = await requireTips(request, asked)
  const tipsKey = session.unlocked?.tipsKey
  if (!tipsKey && session.unlocked) throw redirect(paths.staffTipsKeys(), 303)
  if (!tipsKey) throw redirect(paths.staffTipsUnlock(asked.ref), asked.ref && request.method === 'POST' ? 307 : 303)
  return { ...session, tipsKey }
}

/** A registrar of the police who has just proved who she is; for everybody else there is no such page. */
export async function requireDiscloser(request: Request): Promise<Staff> {
  const signed = await requireOneOf(request, disclosesTips)
  demandFresh(signed, pageOf(request))
  return signed.staff
}

async function requireOneOf(request: Request, may: (staff: Staff) => boolean): Promise<Signed> {
  const signed = await requireSession(request)
  if (!may(signed.staff)) throw new Response(null, { status: 404 })
  return signed
}
