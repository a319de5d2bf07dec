import { and, count, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { bells, followers } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Bell } from '../bells/queries.server.ts'

/** How many follow a submission beside the one who sent it; for staff. */
export async function followerCount(tx: Tx, submissionId: string): Promise<number> {
  const [row] = await prepared(
    tx.select({ count: count() }).from(followers).where(eq(followers.submissionId, submissionId)),
  )
  return row?.count ?? 0
}

/** The confirmed bells of those who follow a submission, or one that was merged into it, while the public can read that. */
export async function bellsOfFollowers(submissionId: string): Promise<Bell[]> {
  const { id, email, language, confirmedAt } = bells
  return as(worker, (tx) =>
    tx
      .select({ id, email, language })
      .from(bells)
      .innerJoin(followers, eq(followers.id, bells.followerId))
      .innerJoin(submissions, eq(submissions.id, followers.submissionId))
      .where(
        and(
          sql`(${submissions.id} = ${submissionId} or ${submissions.id} in (select merged_under(${submissionId})))`,
          isNotNull(submissions.publishedAt),
          ne(submissions.kind, 'tip'),
          isNotNull(confirmedAt),
        ),
      ),
  )
}
