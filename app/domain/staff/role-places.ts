import type { Authority, Role } from '#db/schema/staff.ts'

/** Where a role can be held: with one authority, with any of them, or anywhere. */
const places: Record<Role, Authority | 'authority' | 'anywhere'> = {
  admin: 'authority',
  officer: 'polisen',
  coordinator: 'goteborg',
  registrar: 'authority',
  partner: 'anywhere',
  organiser: 'anywhere',
  analyst: 'authority',
}

/** True when the role can be held in an organisation that is part of the authority, or of none. */
export function fitsRole(role: Role, authority: Authority | null): boolean {
  const place = places[role]
  if (place === 'anywhere') return true
  return place === 'authority' ? authority !== null : authority === place
}
