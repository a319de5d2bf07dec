import type { Viewer } from '#db/client.server.ts'
import { assertMay, may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

type Person = Pick<Staff, 'role' | 'authority'>

/** True for those who may be holders of tips: officers of the police. */
export const readsTips = (staff: Person): boolean => may(staff, 'tips.read') && staff.authority === 'polisen'

/** True for those who may open one tip with the paper shares, to decide on a disclosure: registrars of the police. */
export const disclosesTips = (staff: Person): boolean => may(staff, 'tips.disclose') && staff.authority === 'polisen'

/** The viewer under whom an officer reaches tips. Throws for everybody else: the route should have asked first. */
export function asHolder(staff: Staff): Viewer {
  assertMay(staff, 'tips.read')
  if (!readsTips(staff)) throw new Error(`${staff.organisation} may not read tips`)
  return { as: 'tips', id: staff.id, organisation: staff.organisation }
}

/** The same, of a registrar who opens one tip with the paper shares. */
export function asDiscloser(staff: Staff): Viewer {
  assertMay(staff, 'tips.disclose')
  if (!disclosesTips(staff)) throw new Error(`${staff.organisation} may not disclose tips`)
  return { as: 'tips', id: staff.id, organisation: staff.organisation }
}
