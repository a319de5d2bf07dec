import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas, places } from '#db/schema/areas.ts'
import { commitments } from '#db/schema/commitments.ts'
import { followers, ratings } from '#db/schema/followers.ts'
import { messages, moves, responses, submissionCommitments, submissions } from '#db/schema/submissions.ts'
import { tips } from '#db/schema/tips.ts'
import { codeHash, readReceiptCode } from '#app/sealing/receipts.ts'
import { photosOfSubmission } from '../photos/photos-of-submission.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { wentOn } from './went-on.server.ts'

/**
 * The hash that a typed receipt code is found by; a text that cannot be a code is hashed all the same, so that a wrong
 * code and a malformed one take the same time.
 */
export async function hashOfCode(typed: string): Promise<string> {
  const code = readReceiptCode(typed) ?? `not a code: ${typed.slice(0, 200)}`
  return codeHash(await lastingKey('code hashes'), code)
}

/**
 * True when something opens under the code with this hash: a submission or a tip of one's own, or a submission of somebody
 * else that is followed. It is one query, whatever kind of code it is and whatever is wrong with it.
 */
export async function hasThread(hash: string): Promise<boolean> {
  const rows = await as({ as: 'resident', codeHash: hash }, (tx) =>
    tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.codeHash, hash))
      .unionAll(tx.select({ id: followers.id }).from(followers).where(eq(followers.codeHash, hash)))
      .unionAll(tx.select({ id: tips.id }).from(tips).where(eq(tips.codeHash, hash))),
  )
  return rows.length > 0
}

/** Everything a resident sees of her own submission, under its receipt code; undefined when no such code exists. */
export async function threadUnderCode(hash: string) {
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const { id, ref, kind, category, status, statusAt, registrationNumber, body, placeNote, example } = submissions
    const { publishedAt, createdAt, receivingAuthority, language, writtenIn, answers, stated } = submissions
    const [submission] = await tx
      .select({
        ...{ id, ref, kind, category, status, statusAt, registrationNumber, body, placeNote, example },
        ...{ publishedAt, createdAt, receivingAuthority, language, writtenIn, answers, stated },
        ...{ areaName: areas.name, placeName: places.name },
      })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .leftJoin(places, eq(places.slug, submissions.place))
      .where(eq(submissions.codeHash, hash))
    if (!submission) return undefined
    const merged = submission.status === 'merged' ? await wentOn(tx) : undefined
    return { submission, wentOn: merged, ...(await saidAndDone(tx, submission.id)) }
  })
}

/** What has been said and done since, and where it led. */
const saidAndDone = async (tx: Tx, own: string) => ({
  messages: await tx
    .select({
      id: messages.id,
      sender: messages.sender,
      signedAs: messages.signedAs,
      body: messages.body,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .where(eq(messages.submissionId, own))
    .orderBy(asc(messages.sentAt)),
  moves: await tx
    .select({ toStatus: moves.toStatus, reason: moves.reason, outside: moves.outside, movedAt: moves.movedAt })
    .from(moves)
    .where(eq(moves.submissionId, own))
    .orderBy(asc(moves.movedAt)),
  responses: await tx
    .select({
      version: responses.version,
      body: responses.body,
      staleIn: responses.staleIn,
      signedAs: responses.signedAs,
      givenAt: responses.givenAt,
      audience: responses.audience,
    })
    .from(responses)
    .where(and(eq(responses.submissionId, own), isNull(responses.withdrawnAt)))
    .orderBy(desc(responses.version)),
  withdrawn: await tx
    .select({ version: responses.version, withdrawnAt: responses.withdrawnAt })
    .from(responses)
    .where(and(eq(responses.submissionId, own), isNotNull(responses.withdrawnAt)))
    .orderBy(desc(responses.version)),
  ratings: await tx
    .select({ version: ratings.responseVersion, heard: ratings.heard })
    .from(ratings)
    .where(eq(ratings.submissionId, own)),
  photos: await photosOfSubmission(tx, own),
  commitments: await tx
    .select({ slug: commitments.slug, title: commitments.title })
    .from(submissionCommitments)
    .innerJoin(commitments, eq(commitments.id, submissionCommitments.commitmentId))
    .where(eq(submissionCommitments.submissionId, own))
    .orderBy(asc(commitments.number)),
})
