import type { NoticeKind, NoticeWay } from '#db/schema/notices.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** How somebody is told who has chosen nothing: of what happens at once, of what can wait in the morning. */
export const usualWays: Record<NoticeKind, NoticeWay> = { assigned: 'at-once', replied: 'at-once', due: 'digest' }

/** True for those whom a case can be assigned to: the others have nothing to be told of. */
export const getsNotices = (staff: Pick<Staff, 'role' | 'authority'>): boolean =>
  staff.authority !== null && may(staff, 'triage')
