import type { NoticeKind, NoticeWay } from '#db/schema/notices.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** How somebody is told who has chosen nothing: of what happens at once, of what can wait in the morning. */
export const usualWays: Record<NoticeKind, NoticeWay> = {
  assigned: 'at-once',
  replied: 'at-once',
  due: 'digest',
  routed: 'digest',
}

/**
 * Of what somebody is told: of her own cases those whom a case can be assigned to, and that one was routed to her
 * organisation those who work with it there. Everybody else of nothing.
 */
export const noticeKindsOf = (staff: Pick<Staff, 'role' | 'authority'>): NoticeKind[] => [
  ...(staff.authority !== null && may(staff, 'triage') ? (['assigned', 'replied', 'due'] as const) : []),
  ...(may(staff, 'note') ? (['routed'] as const) : []),
]
