import { inArray, sql } from 'drizzle-orm'
import { messages, submissions } from '#db/schema/submissions.ts'
import { openStatuses } from './statuses.ts'

/** True where the resident has written last and somebody still works on it: her message waits for an answer. */
export const replyWaits = sql<boolean>`(${inArray(submissions.status, [...openStatuses])} and coalesce((
  select ${messages.sender} = 'resident' from ${messages} where ${messages.submissionId} = ${submissions.id}
  order by ${messages.sentAt} desc limit 1), false))`

/**
 * What needs a person next: what nobody has read, the oldest first; then what a resident wants opened again; then
 * where a resident has written last; then the rest in progress, what waits for a resident, and what is settled, of
 * which the newest comes first.
 */
const urgency = sql<number>`case
  when ${submissions.status} in ('received', 'screening') then 1
  when ${submissions.status} = 'reopen_requested' then 2
  when ${replyWaits} then 3
  when ${submissions.status} = 'in_progress' then 4
  when ${submissions.status} = 'waiting_for_resident' then 5
  else 6 end`
const settled = sql`${submissions.status} not in ${[...openStatuses]}`

/** The order of the queue. */
export const byUrgency = sql`${urgency}, case when ${settled} then ${submissions.statusAt} end desc nulls last,
  ${submissions.createdAt}, ${submissions.id}`
