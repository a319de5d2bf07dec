import type { Status } from '#db/schema/submissions.ts'

/** Where a published submission stands, as the public is told; what goes on between staff and resident is theirs. */
export const publicStatuses = ['working', 'answered', 'closed', 'passed-on', 'not-pursued'] as const
export type PublicStatus = (typeof publicStatuses)[number]

/** What the public is told of each status. */
export const publicStatus: Record<Status, PublicStatus> = {
  received: 'working',
  screening: 'working',
  in_progress: 'working',
  waiting_for_resident: 'working',
  reopen_requested: 'working',
  answered: 'answered',
  closed: 'closed',
  redirected: 'passed-on',
  merged: 'working',
  not_pursued: 'not-pursued',
}
