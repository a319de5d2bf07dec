import { createCookie, redirect } from '@remix-run/node'
import { may, type Permission } from '#app/domain/staff/permissions.ts'
import { isFresh } from '#app/domain/staff/confirm-again.server.ts'
import { findSession, type Signed } from '#app/domain/staff/queries.server.ts'
import { lacksSecondFactor } from '#app/domain/staff/second-factor-roles.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { staffLanguages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { ownStaffPage } from './own-page.ts'

/**
 * Who is signed in. Sends everybody else to the sign-in page, and answers 403 to a role without the permission; no
 * permission asked means any role.
 */
export async function requireStaff(request: Request, permission?: Permission): Promise<Staff> {
  return (await requireSession(request, permission)).staff
}

/**
 * The same, with the session. Who must have a second factor and has none is led to set it up before anything else.
 */
export async function requireSession(request: Request, permission?: Permission): Promise<Signed> {
  const signed = await findSession(request.headers)
  if (!signed) throw redirect(paths.staffSignIn())
  const { staff, session, secondFactor } = signed
  if (lacksSecondFactor({ role: staff.role, via: session.via, secondFactor }, settings().mode)) {
    if (!withoutFactor.includes(pageOf(request))) throw redirect(paths.staffSecondFactor())
  }
  if (permission && !may(staff, permission)) throw new Response(null, { status: 403 })
  return signed
}

type Fresh = {
  /** The page she is led back to, where that is another than the one asked for: a file is no page. */
  back?: string
  /** How old the proof may be, in minutes, where ten are too few. */
  minutes?: number
}

/**
 * The same, before rights, keys or exports: who has not proved who she is in the last ten minutes is asked to, and led
 * back to the page.
 */
export async function requireFresh(
  request: Request,
  permission?: Permission,
  { back = pageOf(request), minutes }: Fresh = {},
): Promise<Signed> {
  const signed = await requireSession(request, permission)
  demandFresh(signed, back, minutes)
  return signed
}

/** Sends who has not proved who she is in the last `minutes` (ten) to do so, and from there on to `back`, a page of ours. */
export function demandFresh(signed: Signed, back: string, minutes?: number): void {
  if (!isFresh(signed, { minutes })) throw redirect(paths.staffConfirm(ownStaffPage(back)))
}
/** Where a second factor is set up; and where she proves anew who she is, which that asks for in its turn. */
const withoutFactor: readonly string[] = [paths.staffSecondFactor(), paths.staffConfirm()]

/** The page that a request is for, whether it asks for the page or for its data. */
export const pageOf = (request: Request): string => new URL(request.url).pathname.replace(/\.data$/, '')

/** The language a member of staff has chosen for the back office. */
export const staffLanguageCookie = createCookie('staff-language', {
  path: '/staff',
  sameSite: 'lax',
  maxAge: 31_536_000,
})

/** Swedish unless the cookie says another language of the back office. */
export async function staffLanguage(request: Request): Promise<Language> {
  const saved: unknown = await staffLanguageCookie.parse(request.headers.get('Cookie'))
  return staffLanguages.find((tag) => tag === saved) ?? 'sv'
}
