import { createCookie, redirect } from '@remix-run/node'
import { findSessionId } from '#app/domain/staff/find-session-id.server.ts'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { carryOutRotation } from '#app/domain/tips/carry-out-rotation.server.ts'
import { findUnlocked, type Unlocked } from '#app/domain/tips/find-unlocked.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { disclosesTips, readsTips } from '#app/domain/tips/reads-tips.ts'
import { paths } from '#app/paths.ts'
import { isSecure } from './request.server.ts'

const cookie = () => createCookie('tips', { httpOnly: true, sameSite: 'strict', path: '/staff', secure: isSecure() })

/** The header value that keeps the key of an unlocked session, for as long as the browser is open. */
export const keepUnlocked = (cookieKey: string): Promise<string> => cookie().serialize(cookieKey)

/** The header value that forgets it. */
export const forgetUnlocked = (): Promise<string> => cookie().serialize('', { maxAge: 0 })

/** An officer who may hold tips, in her session; `unlocked` is what she has open in it. */
export type TipsSession = { staff: Staff; sessionId: string; unlocked: Unlocked | undefined }

/**
 * Who is signed in, for a page about tips. For everybody but officers of the police there is no such page. Where a new
 * tips key is due, the first who has it open puts it in place.
 */
export async function requireTips(request: Request): Promise<TipsSession> {
  const staff = await requireSignedIn(request, readsTips)
  const sessionId = (await findSessionId(request.headers)) ?? ''
  const kept: unknown = await cookie().parse(request.headers.get('Cookie'))
  const cookieKey = typeof kept === 'string' && kept !== '' ? kept : undefined
  const session = { sessionId, cookieKey }
  const unlocked = await findUnlocked(staff, session)
  if (!unlocked?.tipsKey || !unlocked.rotationIsDue) return { staff, sessionId, unlocked }
  await carryOutRotation(staff, unlocked.tipsKey)
  return { staff, sessionId, unlocked: await findUnlocked(staff, session) }
}

/**
 * The same, with the key that opens tips; sends to the page where they are unlocked when they are locked, and from there
 * on to the tip (`ref`) that was asked for.
 */
export async function requireUnlocked(request: Request, ref?: string): Promise<TipsSession & { tipsKey: OpenKey }> {
  const session = await requireTips(request)
  const tipsKey = session.unlocked?.tipsKey
  if (!tipsKey) throw redirect(session.unlocked ? paths.staffTipsKeys() : paths.staffTipsUnlock(ref), 303)
  return { ...session, tipsKey }
}

/** A registrar of the police; for everybody else there is no such page. */
export const requireDiscloser = (request: Request): Promise<Staff> => requireSignedIn(request, disclosesTips)

async function requireSignedIn(request: Request, may: (staff: Staff) => boolean): Promise<Staff> {
  const staff = await findSignedIn(request.headers)
  if (!staff) throw redirect(paths.staffSignIn())
  if (!may(staff)) throw new Response(null, { status: 404 })
  return staff
}
