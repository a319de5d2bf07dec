import { eq } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'
import { followers } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import { findPublished } from '../submissions/published.server.ts'

/**
 * What is followed under the receipt code with this hash: since when, in which language, and the published submission
 * as everybody may read it. `published` is undefined while it has been taken away from the public. Undefined when
 * nobody follows anything under the code.
 */
export async function followedUnderCode(hash: string) {
  const follower = await findFollower(hash)
  if (!follower) return undefined
  const { submissionId, ...own } = follower
  const ref = await publicRef(submissionId)
  return { ...own, published: ref === undefined ? undefined : await findPublished(ref) }
}

export type Followed = NonNullable<Awaited<ReturnType<typeof followedUnderCode>>>

async function findFollower(hash: string) {
  const { id, submissionId, codeHash, language, followedAt } = followers
  const [row] = await as({ as: 'resident', codeHash: hash }, (tx) =>
    tx.select({ followerId: id, submissionId, language, followedAt }).from(followers).where(eq(codeHash, hash)),
  )
  return row
}

/** The ref of a submission that the public may read now. */
async function publicRef(submissionId: string): Promise<string | undefined> {
  const [row] = await as(everyone, (tx) =>
    tx.select({ ref: submissions.ref }).from(submissions).where(eq(submissions.id, submissionId)),
  )
  return row?.ref
}
