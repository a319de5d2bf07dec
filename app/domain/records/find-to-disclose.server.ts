import type { Staff } from '../staff/staff.ts'
import { findForStaff, type FoundForStaff } from '../submissions/find-for-staff.server.ts'

/** A case as the authority that has received it may give it out; undefined to everybody else. */
export async function findToDisclose(staff: Staff, ref: string): Promise<FoundForStaff | undefined> {
  const found = await findForStaff(staff, ref)
  return found?.acts && found.original ? found : undefined
}
