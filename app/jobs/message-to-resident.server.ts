import { linkOfBell } from '#app/domain/bells/bell-links.server.ts'
import { bellsOfMerged, findBellOfSubmission, type Bell } from '#app/domain/bells/queries.server.ts'
import { bellsOfFollowers } from '#app/domain/followers/followers.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { bellMail } from '#app/mail/bell-mail.server.ts'
import { deliver } from './deliver.server.ts'
import { deliverEach } from './deliver-each.server.ts'
import { occasionOf } from './occasion-of.ts'

type Ids = Jobs['message-to-resident']

/**
 * Rings the bell of a resident who confirmed her address; when what is new is public, also the bells of those whose
 * submissions were merged into it and of those who follow it. A bell says that there is something to read: a message, an
 * answer, or why a case ended.
 */
export async function messageToResident({ submissionId, public: isPublic = false }: Ids, jobId: string): Promise<void> {
  const own = await findBellOfSubmission(submissionId)
  const others = isPublic ? [...(await bellsOfMerged(submissionId)), ...(await bellsOfFollowers(submissionId))] : []
  const told = [
    ...(own ? [{ bell: own, occasion: jobId }] : []),
    ...others.map((bell) => ({ bell, occasion: occasionOf(jobId, bell.id) })),
  ]
  await deliverEach(told, ring)
}

const ring = async ({ bell, occasion }: { bell: Bell; occasion: string }): Promise<void> =>
  deliver(occasion, bellMail(bell, await linkOfBell(bell.id)))
