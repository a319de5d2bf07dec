import type { Authority } from '#db/schema/staff.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/**
 * True when she may write the rules of the authority she acts for. They hold for all of it, so who is limited to some
 * areas may not.
 */
export const mayEditRules = (staff: Staff): staff is Staff & { authority: Authority } =>
  may(staff, 'rules.edit') && staff.authority !== null && staff.areas.length === 0
