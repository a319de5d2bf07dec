import type { Translated } from '#db/schema/shared.ts'
import type { Authority, OrganisationKind, Role } from '#db/schema/staff.ts'

/** A signed-in member of staff, and the viewer under whom her transactions run. */
export type Staff = {
  as: 'staff'
  id: string
  name: string
  role: Role
  organisation: string
  organisationName: string
  organisationKind: OrganisationKind
  /** The authority she acts for, if her organisation is part of one. */
  authority: Authority | null
  signsAs: Translated
  /** The codes of the areas that she is limited to; none is no limit. */
  areas: string[]
}
