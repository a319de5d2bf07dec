import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { allOrganisations } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { roles } from '#db/schema/staff.ts'

/** What an administrator chooses from when she gives somebody a role: every role, and organisations and areas by name. */
export async function roleOptions(staff: Staff) {
  const [organisations, areas] = await Promise.all([allOrganisations(staff), districtAreas()])
  return {
    roles,
    organisations: organisations.map(({ slug, name }) => ({ value: slug, label: name })),
    areas: areas.map(({ code, name }) => ({ value: code, label: name })),
  }
}
