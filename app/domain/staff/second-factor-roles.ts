import type { Role, SessionWay } from '#db/schema/staff.ts'

/** Who must have a second factor in production: those who read what residents wrote to an authority, or give rights. */
export const asksSecondFactor: Record<Role, boolean> = {
  admin: true,
  officer: true,
  coordinator: true,
  registrar: true,
  partner: false,
  organiser: false,
  analyst: false,
}

type SignedIn = { role: Role; via: SessionWay; secondFactor: boolean }

/**
 * True for who must set up a second factor before anything else. A passkey is two factors in itself, and single sign-on
 * leaves it to the issuer.
 */
export const lacksSecondFactor = ({ role, via, secondFactor }: SignedIn, mode: 'trial' | 'production'): boolean =>
  mode === 'production' && asksSecondFactor[role] && via === 'password' && !secondFactor
