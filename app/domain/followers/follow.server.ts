import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'
import { followers } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { codeHash, receiptCode } from '#app/sealing/receipts.ts'
import { audit } from '../audit.server.ts'
import { askBell } from '../bells/ask-bell.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'

/** What is posted by who follows a published submission instead of sending one of her own. */
export type FollowInput = {
  ref: string
  formToken: string
  language: string
  contactEmail?: string | undefined
}

/**
 * Follows a published submission under a receipt code of the follower's own, and gives that code. The same form gives
 * the same code, and what it followed first stays what it follows; `ref` tells which that is. Refuses a form older than
 * seven days, and a submission that the public cannot read.
 */
export async function follow(input: FollowInput): Promise<Refused | { code: string; ref: string }> {
  const { formToken, language, contactEmail } = input
  if (!isFormToken(await lastingKey('form tokens'), formToken)) return { refused: 'stale-form' }
  const submissionId = await publishedId(input.ref)
  if (submissionId === undefined) return { refused: 'not-found' }

  // Who goes back and sends the form all the same has another code for what is her own.
  const code = receiptCode(await lastingKey('receipt codes'), `follow ${formToken}`)
  const hash = codeHash(await lastingKey('code hashes'), code)
  const followed = await as({ as: 'resident', codeHash: hash }, async (tx) => {
    const [made] = await tx
      .insert(followers)
      .values({ submissionId, codeHash: hash, language })
      .onConflictDoNothing()
      .returning({ id: followers.id })
    if (made) {
      if (contactEmail) await askBell(tx, { followerId: made.id, email: contactEmail, language })
      await audit(tx, { event: 'submission-followed', subject: `submission:${submissionId}` })
    }
    const { submissionId: kept } = followers
    const [row] = await tx.select({ kept }).from(followers).where(eq(followers.codeHash, hash))
    return row!.kept
  })
  return { code, ref: followed === submissionId ? input.ref : await refOf(followed, input.ref) }
}

async function publishedId(ref: string): Promise<string | undefined> {
  const [row] = await as(everyone, (tx) =>
    tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(eq(submissions.ref, ref), isNotNull(submissions.publishedAt), ne(submissions.kind, 'tip'))),
  )
  return row?.id
}

/** The ref of what the form followed before; while that cannot be read by the public, the one that was asked for. */
async function refOf(submissionId: string, asked: string): Promise<string> {
  const [row] = await as(everyone, (tx) =>
    tx.select({ ref: submissions.ref }).from(submissions).where(eq(submissions.id, submissionId)),
  )
  return row?.ref ?? asked
}
