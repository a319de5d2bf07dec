import { between, inArray, not, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { submissions } from '#db/schema/submissions.ts'
import { openStatuses } from './statuses.ts'
import type { Day } from './working-days.server.ts'

const dayLength = 24 * 60 * 60 * 1000

// How urgent a submission is stands in a column of its own, which the database generates (db/schema/submissions.ts).

/** True where something made us look more closely and nobody has yet said what it is, by its place in the queue. */
export const isHeldInQueue = (urgency: PgColumn): SQL => between(urgency, 21, 39)

/** The same, of a place that was read. */
export const isHeldPlace = ({ urgency }: { urgency: number }): boolean => urgency > 20 && urgency < 40

/** True where nothing holds it. */
export const isFree = (urgency: PgColumn): SQL => not(isHeldInQueue(urgency))

/** Where a day begins in the turn of what is open, by when it is due. */
export const turnOfDay = (day: Day): number => (Date.parse(day) / dayLength) * 100_000_000_000

/**
 * True where the resident has written last and somebody still works on it: her message waits for an answer. So does that
 * of a resident whose submission was merged into it.
 */
export const replyWaits: SQL<boolean> = sql<boolean>`(${inArray(submissions.status, [...openStatuses])}
  and (coalesce(${submissions.lastWord} = 'resident', false) or exists (select from submissions merged
    where merged.merged_into_id = ${submissions.id} and merged.last_word = 'resident')))`
