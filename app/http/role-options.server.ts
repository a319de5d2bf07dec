import { allOrganisations } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { roles } from '#db/schema/staff.ts'

/** What an administrator chooses from when she gives somebody a role: every role, and the organisations by name. */
export async function roleOptions(staff: Staff) {
  const organisations = await allOrganisations(staff)
  return { roles, organisations: organisations.map(({ slug, name }) => ({ value: slug, label: name })) }
}
