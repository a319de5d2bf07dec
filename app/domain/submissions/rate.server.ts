import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { ratings, type HeardAnswer } from '#db/schema/followers.ts'
import { responses, submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'

/**
 * Keeps whether the resident felt heard by one version of the answer; said again, the latest counts. Refuses an unknown
 * code (given as its hash) and a version that is not there or was withdrawn.
 */
export async function rate(
  hash: string,
  { version, heard }: { version: number; heard: HeardAnswer },
): Promise<Refused | { rated: HeardAnswer }> {
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const [answer] = await tx
      .select({ submissionId: submissions.id })
      .from(submissions)
      .innerJoin(responses, eq(responses.submissionId, submissions.id))
      .where(and(eq(submissions.codeHash, hash), eq(responses.version, version), isNull(responses.withdrawnAt)))
    if (!answer) return { refused: 'not-found' }
    const { submissionId } = answer
    await tx
      .insert(ratings)
      .values({ submissionId, responseVersion: version, heard })
      .onConflictDoUpdate({
        target: [ratings.submissionId, ratings.responseVersion],
        set: { heard, ratedAt: new Date() },
      })
    await audit(tx, { event: 'answer-rated', subject: `submission:${submissionId}`, details: { version } })
    return { rated: heard }
  })
}
