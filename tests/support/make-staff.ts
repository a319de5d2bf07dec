import { randomBytes } from 'node:crypto'
import type { Role } from '#db/schema/staff.ts'
import { makeAccount } from '#app/domain/staff/make-account.server.ts'
import { findStaff } from '#app/domain/staff/queries.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'

const usualOrganisation: Record<Role, string> = {
  admin: 'goteborg',
  officer: 'polisen',
  coordinator: 'trygghetssamordningen',
  registrar: 'goteborg',
  partner: 'gardstensbostader',
  organiser: 'socialforvaltning-nordost',
  analyst: 'goteborg',
}

const accounts = new Map<string, { email: string; password: string }>()

/** A new member of staff, of the organisation that is usual for the role unless another is named, limited to no area. */
export async function makeStaff(
  role: Role,
  organisation = usualOrganisation[role],
  areas: string[] = [],
): Promise<Staff> {
  const email = `${role}-${randomBytes(6).toString('hex')}@staff.example`
  const password = randomBytes(12).toString('base64url')
  const signsAs = { sv: `Funktionen ${role}`, en: `The ${role}` }
  const id = await makeAccount({ name: `Test ${role}`, email, password, role, organisation, signsAs, areas })
  accounts.set(id, { email, password })
  return (await findStaff(id))!
}

/** The address and password that somebody made by `makeStaff` signs in with. */
export const accountOf = (staff: Staff): { email: string; password: string } => accounts.get(staff.id)!

/** The Cookie header of a new session of somebody made by `makeStaff`. */
export async function cookieOf(staff: Staff): Promise<string> {
  const { email, password } = accountOf(staff)
  const signedIn = await signIn(email, password)
  if ('refused' in signedIn) throw new Error(signedIn.refused)
  return signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
