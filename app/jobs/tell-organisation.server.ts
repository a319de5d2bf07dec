import { takeRouted } from '#app/domain/notices/take-routed.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { noticeMail } from '#app/mail/notice-mail.server.ts'
import { deliver } from './deliver.server.ts'
import { deliverEach } from './deliver-each.server.ts'
import { occasionOf } from './occasion-of.ts'

/** Tells those of an organisation who want to know it at once that a case has been routed there. */
export async function tellOrganisation(ids: Jobs['tell-organisation'], jobId: string): Promise<void> {
  const addresses = await takeRouted(jobId, ids)
  await deliverEach(addresses, (to) => deliver(occasionOf(jobId, to), noticeMail(to, 'routed')))
}
