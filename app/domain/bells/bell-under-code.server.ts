import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { bells, followers } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'

/** Whose bell it is: of a submission, or of somebody who follows one. */
export type BellOwner = { submissionId: string } | { followerId: string }

/** Who holds the code with this hash; the caller's transaction must be hers. */
export async function ownerUnderCode(tx: Tx, hash: string): Promise<BellOwner | undefined> {
  const [own] = await tx
    .select({ submissionId: submissions.id })
    .from(submissions)
    .where(eq(submissions.codeHash, hash))
  if (own) return own
  const [other] = await tx.select({ followerId: followers.id }).from(followers).where(eq(followers.codeHash, hash))
  return other
}

/** Picks the bell of one owner. */
export const bellOf = (owner: BellOwner) =>
  'submissionId' in owner ? eq(bells.submissionId, owner.submissionId) : eq(bells.followerId, owner.followerId)

/** The address that is told of news under a code, and whether it has been confirmed; undefined when there is none. */
export const findBellUnderCode = (hash: string) =>
  as({ as: 'resident', codeHash: hash }, async (tx) => {
    const owner = await ownerUnderCode(tx, hash)
    if (!owner) return undefined
    const [row] = await tx
      .select({ email: bells.email, confirmedAt: bells.confirmedAt })
      .from(bells)
      .where(bellOf(owner))
    return row && { email: row.email, confirmed: row.confirmedAt !== null }
  })
