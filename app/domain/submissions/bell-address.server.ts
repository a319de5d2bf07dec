import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'

/** Where the bell rings for a submission, and in which language; undefined when no address was left. Never for a tip. */
export async function findBellAddress(submissionId: string): Promise<{ email: string; language: string } | undefined> {
  const { id, kind, contactEmail, language } = submissions
  const [row] = await as(worker, (tx) =>
    tx
      .select({ email: contactEmail, language })
      .from(submissions)
      .where(and(eq(id, submissionId), ne(kind, 'tip'), isNotNull(contactEmail))),
  )
  return row?.email ? { email: row.email, language: row.language } : undefined
}
