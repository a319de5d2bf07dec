import { linkOfBell } from '#app/domain/bells/bell-links.server.ts'
import { bellsOfMerged, findBellOfSubmission, type Bell } from '#app/domain/bells/queries.server.ts'
import { bellsOfFollowers } from '#app/domain/followers/followers.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { bellMail } from '#app/mail/bell-mail.server.ts'
import { deliver } from './deliver.server.ts'

type Ids = Jobs['message-to-resident']

/**
 * Rings the bell of a resident who confirmed her address; when what is new is public, also the bells of those whose
 * submissions were merged into it and of those who follow it. A bell says that there is something to read: a message, an answer, or why a case ended. One that fails
 * does not silence the others; tried again, each mail carries the same Message-ID.
 */
export async function messageToResident({ submissionId, public: isPublic = false }: Ids, jobId: string): Promise<void> {
  const own = await findBellOfSubmission(submissionId)
  const others = isPublic ? [...(await bellsOfMerged(submissionId)), ...(await bellsOfFollowers(submissionId))] : []
  const rung = await Promise.allSettled([
    ...(own ? [ring(own, jobId)] : []),
    ...others.map((bell) => ring(bell, occasionOf(jobId, bell.id))),
  ])
  const failed = rung.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}

const ring = async (bell: Bell, occasion: string): Promise<void> =>
  deliver(occasion, bellMail(bell, await linkOfBell(bell.id)))

/** The id of one mail among those of a job: a UUID that follows from both ids (their bits added without carry). */
function occasionOf(jobId: string, bellId: string): string {
  const [job, bell] = [jobId, bellId].map((id) => BigInt(`0x${id.replaceAll('-', '')}`))
  const mixed = (job! ^ bell!).toString(16).padStart(32, '0')
  return mixed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
