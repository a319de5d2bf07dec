import { and, asc, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bells, ratings } from '#db/schema/followers.ts'
import { photos } from '#db/schema/photos.ts'
import { messages, moves, responses, submissions } from '#db/schema/submissions.ts'
import { followedUnderCode } from '../followers/followed-under-code.server.ts'
import { findPhoto } from '../photos/find-photo.server.ts'

/**
 * All that is stored about what lies under a code (given as its hash) and that its holder may have: her case with every
 * word, place and photo, or what she follows, and her address. What staff note among themselves is asked for at the
 * authority. Undefined for a code that opens nothing.
 */
export async function storedUnderCode(hash: string) {
  const own = await ownCase(hash)
  if (own) {
    const files = await Promise.all(own.photos.map(({ id }) => findPhoto(hash, id)))
    return { ...own, photos: own.photos.map((photo, index) => ({ ...photo, webp: files[index]?.toString('base64') })) }
  }
  const followed = await followedUnderCode(hash)
  if (!followed) return undefined
  const address = await as({ as: 'resident', codeHash: hash }, (tx) => tx.select(bellColumns).from(bells))
  return { followedSince: followed.followedAt, address: address[0] ?? null }
}

const bellColumns = {
  ...{ email: bells.email, language: bells.language },
  ...{ askedAt: bells.askedAt, confirmedAt: bells.confirmedAt },
}

// Without what only we find it by, what we decide among ourselves, and what guards against machines.
const columns = {
  ...{ id: submissions.id, ref: submissions.ref, kind: submissions.kind, category: submissions.category },
  ...{ status: submissions.status, statusAt: submissions.statusAt, receivedBy: submissions.receivingAuthority },
  ...{ registrationNumber: submissions.registrationNumber, channel: submissions.channel },
  ...{ language: submissions.language, writtenIn: submissions.writtenIn, interpretedFrom: submissions.interpretedFrom },
  ...{ body: submissions.body, answersToQuestions: submissions.answers, fingerprint: submissions.fingerprint },
  ...{ areaCode: submissions.areaCode, lat: submissions.lat, lon: submissions.lon },
  ...{ place: submissions.place, placeNote: submissions.placeNote },
  ...{ publishedAt: submissions.publishedAt, publicPlace: submissions.cell, createdAt: submissions.createdAt },
}

function ownCase(hash: string) {
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const [submission] = await tx.select(columns).from(submissions).where(eq(submissions.codeHash, hash))
    if (!submission) return undefined
    const { id } = submission
    const [address] = await tx.select(bellColumns).from(bells).where(eq(bells.submissionId, id))
    return {
      submission,
      address: address ?? null,
      messages: await tx
        .select({ sender: messages.sender, signedAs: messages.signedAs, body: messages.body, sentAt: messages.sentAt })
        .from(messages)
        .where(eq(messages.submissionId, id))
        .orderBy(asc(messages.sentAt)),
      moves: await tx
        .select({ status: moves.toStatus, reason: moves.reason, movedAt: moves.movedAt })
        .from(moves)
        .where(eq(moves.submissionId, id))
        .orderBy(asc(moves.movedAt)),
      answers: await tx
        .select({
          ...{ version: responses.version, audience: responses.audience, body: responses.body },
          ...{ signedAs: responses.signedAs, givenAt: responses.givenAt },
        })
        .from(responses)
        .where(and(eq(responses.submissionId, id), isNull(responses.withdrawnAt)))
        .orderBy(asc(responses.version)),
      ratings: await tx
        .select({ version: ratings.responseVersion, heard: ratings.heard, ratedAt: ratings.ratedAt })
        .from(ratings)
        .where(eq(ratings.submissionId, id)),
      photos: await tx
        .select({ id: photos.id, width: photos.width, height: photos.height, keptAt: photos.keptAt })
        .from(photos)
        .where(eq(photos.submissionId, id))
        .orderBy(asc(photos.keptAt), asc(photos.position)),
    }
  })
}
