import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'

/** Where the bell rings for a submission, and in which language; undefined without a confirmed address. Never for a tip. */
export async function findBellAddress(submissionId: string): Promise<{ email: string; language: string } | undefined> {
  const { email, language, confirmedAt } = bells
  const [row] = await as(worker, (tx) =>
    tx
      .select({ email, language })
      .from(bells)
      .innerJoin(submissions, eq(submissions.id, bells.submissionId))
      .where(and(eq(submissions.id, submissionId), ne(submissions.kind, 'tip'), isNotNull(confirmedAt))),
  )
  return row
}
