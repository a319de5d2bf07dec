import { and, eq, isNotNull, isNull, ne, not, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import { fromMachine, ringsFreely } from '../submissions/held.server.ts'

const { id, email, language, confirmedAt } = bells

/** Where a bell rings, and in which language. */
export type Bell = { id: string; email: string; language: string }

/** The bell of a submission; undefined without a confirmed address. Never of a tip, of spam, or while it is held. */
export async function findBellOfSubmission(submissionId: string): Promise<Bell | undefined> {
  const [row] = await as(worker, (tx) =>
    tx
      .select({ id, email, language })
      .from(bells)
      .innerJoin(submissions, eq(submissions.id, bells.submissionId))
      .where(and(eq(submissions.id, submissionId), ne(submissions.kind, 'tip'), isNotNull(confirmedAt), ringsFreely())),
  )
  return row
}

/** The confirmed bells of those whose submissions were merged into one; never of spam, or of what is held. */
export const bellsOfMerged = (submissionId: string): Promise<Bell[]> =>
  as(worker, (tx) =>
    tx
      .select({ id, email, language })
      .from(bells)
      .innerJoin(submissions, eq(submissions.id, bells.submissionId))
      .where(
        and(sql`${submissions.id} in (select merged_under(${submissionId}))`, isNotNull(confirmedAt), ringsFreely()),
      ),
  )

/**
 * A bell that waits for its address to be confirmed; undefined when it is confirmed or gone, and while its submission
 * looks as if a machine had sent it, so that nobody uses us to fill a stranger's mailbox.
 */
export async function findUnconfirmedBell(bellId: string): Promise<Bell | undefined> {
  const [row] = await as(worker, (tx) =>
    tx
      .select({ id, email, language })
      .from(bells)
      .leftJoin(submissions, eq(submissions.id, bells.submissionId))
      .where(and(eq(id, bellId), isNull(confirmedAt), not(fromMachine))),
  )
  return row
}

/** How the bell stands that a link leads to: undefined when it has been taken away. */
export async function findBell(bellId: string): Promise<{ confirmed: boolean } | undefined> {
  const [row] = await as({ as: 'resident', bellId }, (tx) =>
    tx.select({ confirmedAt }).from(bells).where(eq(id, bellId)),
  )
  return row && { confirmed: row.confirmedAt !== null }
}
