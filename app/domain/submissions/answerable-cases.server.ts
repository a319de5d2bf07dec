import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { submissions, type Category } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { receives, visibleTo } from './visible-to.server.ts'

/** How many can be answered at once. */
export const mostAtOnce = 50

/**
 * What her own authority has received and can be answered now, the oldest first, at most `mostAtOnce`: of one category,
 * or those of the given refs. `after` is the newest version of the answer, 0 for none.
 */
export async function answerableCases(staff: Staff, { category, refs }: { category?: Category; refs?: string[] }) {
  const { ref, registrationNumber, category: ofCase, body, language, receivingAuthority, createdAt } = submissions
  const rows = await as(staff, (tx) =>
    tx
      .select({
        ...{ ref, registrationNumber, category: ofCase, body, language, receivingAuthority, createdAt },
        areaName: areas.name,
        after: sql<number>`(select coalesce(max(r.version), 0)::int from responses r where r.submission_id = submissions.id)`,
      })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .where(
        and(
          visibleTo(staff),
          staff.authority ? eq(receivingAuthority, staff.authority) : sql`false`,
          inArray(submissions.status, ['in_progress', 'waiting_for_resident']),
          isNull(submissions.spamAt),
          category && eq(ofCase, category),
          refs && inArray(ref, refs.length > 0 ? refs : ['']),
        ),
      )
      .orderBy(asc(createdAt), asc(ref))
      .limit(mostAtOnce),
  )
  return rows.filter((row) => receives(staff, row))
}

export type AnswerableCase = Awaited<ReturnType<typeof answerableCases>>[number]
