import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { answerableStatuses } from './statuses.ts'
import { receives, visibleTo } from './visible-to.server.ts'

/** How many can be answered at once. */
export const mostAtOnce = 100

/** By their refs, or by their ids. */
type Named = { refs: readonly string[] } | { ids: readonly string[] }

/**
 * Of some cases those that her own authority has received and that can be answered now, the oldest first, at most
 * `mostAtOnce`. `after` is the newest version of the answer, 0 for none, and `said` how many messages there are: what was
 * answered or written since is told by them.
 */
export const answerableCases = (staff: Staff, named: Named) => as(staff, (tx) => answerableAmong(tx, staff, named))

/** The same, in the caller's transaction. */
export async function answerableAmong(tx: Tx, staff: Staff, named: Named) {
  const { id, ref, registrationNumber, category, body, language, receivingAuthority, createdAt } = submissions
  const [column, names] = 'refs' in named ? [ref, named.refs] : [id, named.ids]
  if (names.length === 0) return []
  const rows = await tx
    .select({
      ...{ id, ref, registrationNumber, category, body, language, receivingAuthority, createdAt },
      areaName: areas.name,
      after: sql<number>`(select coalesce(max(r.version), 0)::int from responses r where r.submission_id = submissions.id)`,
      said: sql<number>`(select count(*)::int from messages m where m.submission_id = submissions.id)`,
    })
    .from(submissions)
    .innerJoin(areas, eq(areas.code, submissions.areaCode))
    .where(
      and(
        visibleTo(staff),
        inArray(submissions.status, [...answerableStatuses]),
        isNull(submissions.spamAt),
        inArray(column, [...names]),
      ),
    )
    .orderBy(createdAt, ref)
    .limit(mostAtOnce)
  return rows.filter((row) => receives(staff, row))
}

export type AnswerableCase = Awaited<ReturnType<typeof answerableCases>>[number]
