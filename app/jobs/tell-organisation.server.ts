import { takeRouted } from '#app/domain/notices/take-routed.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { noticeMail } from '#app/mail/notice-mail.server.ts'
import { deliver } from './deliver.server.ts'
import { occasionOf } from './occasion-of.ts'

/**
 * Tells those of an organisation who want to know it at once that a case has been routed there. One address that fails
 * does not silence the others; tried again, each mail carries the same Message-ID.
 */
export async function tellOrganisation(ids: Jobs['tell-organisation'], jobId: string): Promise<void> {
  const addresses = await takeRouted(jobId, ids)
  const mail = (to: string) => deliver(occasionOf(jobId, to), noticeMail(to, 'routed'))
  const sent = await Promise.allSettled(addresses.map(mail))
  const failed = sent.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}
