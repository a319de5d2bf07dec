import { and, eq, isNull, not, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { notices, type OwnHappening } from '#db/schema/notices.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { waysOf } from './notice-choices.server.ts'
import { noticeKindsOf } from './ways.ts'

/** True where a case was merged into another of the same person's. */
const goesOnHere = sql`exists (select from ${submissions} goes_on
  where goes_on.id = case_gone_on(${submissions.id}) and goes_on.assignee_id = ${submissions.assigneeId})`

/**
 * Something has happened to a case: gives the address of who has it now, when she wants to be told of that at once, and
 * keeps it for her digest when she wants it there. Nobody is told of what nobody has, of spam, or once the case is gone;
 * nor of a case that was merged into another which is hers too, of which she is told.
 * `id` names the occasion: taken twice, it is one notice.
 */
export async function takeNotice(
  id: string,
  { submissionId, kind }: { submissionId: string; kind: OwnHappening },
): Promise<{ email: string } | undefined> {
  return as(worker, async (tx) => {
    const [has] = await tx
      .select({ id: staff.id, email: staff.email, role: staff.role, authority: organisations.authority })
      .from(submissions)
      .innerJoin(staff, eq(staff.id, submissions.assigneeId))
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(
        and(eq(submissions.id, submissionId), isNull(submissions.spamAt), isNull(staff.deactivatedAt), not(goesOnHere)),
      )
    if (!has || !noticeKindsOf(has).includes(kind)) return undefined
    const way = (await waysOf(tx, has.id))[kind]
    if (way === 'at-once') return { email: has.email }
    if (way === 'digest')
      await tx.insert(notices).values({ id, staffId: has.id, submissionId, kind }).onConflictDoNothing()
    return undefined
  })
}
