import { createCookie, redirect } from '@remix-run/node'
import { may, type Permission } from '#app/domain/staff/permissions.ts'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { staffLanguages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/**
 * Who is signed in. Sends everybody else to the sign-in page, and answers 403 to a role without the permission; no
 * permission asked means any role.
 */
export async function requireStaff(request: Request, permission?: Permission): Promise<Staff> {
  const staff = await findSignedIn(request.headers)
  if (!staff) throw redirect(paths.staffSignIn())
  if (permission && !may(staff, permission)) throw new Response(null, { status: 403 })
  return staff
}

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
