import { categories } from '#db/schema/submissions.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { reachesArea } from '#app/domain/staff/permissions.ts'
import { triageColleagues } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'

/** What the queue can be filtered by; of areas, those that she reaches. Who has a submission is told to those only who act for an authority. */
export async function queueChoices(staff: Staff) {
  const areas = (await districtAreas()).filter(({ code }) => reachesArea(staff, code))
  const { authority, role } = staff
  const receives = authority !== null && role !== 'partner'
  return {
    kinds: openKinds,
    categories,
    areas: areas.map(({ code, name }) => ({ code, name })),
    colleagues: receives ? await triageColleagues(staff, authority) : [],
    /** Only who receives submissions holds some of them for a closer look. */
    holds: receives,
  }
}
