import type { Authority } from '#db/schema/staff.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** True when she may write the templates of the authority she acts for; who acts for none has none to write. */
export const mayEditTemplates = (staff: Staff): staff is Staff & { authority: Authority } =>
  may(staff, 'templates.edit') && staff.authority !== null
