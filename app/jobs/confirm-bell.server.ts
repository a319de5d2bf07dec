import { linkOfBell } from '#app/domain/bells/bell-links.server.ts'
import { findUnconfirmedBell } from '#app/domain/bells/queries.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { confirmMail } from '#app/mail/confirm-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Asks an address whether it wants to be told of news; until it says yes, the bell is silent. */
export async function confirmBell({ bellId }: Jobs['confirm-bell'], jobId: string): Promise<void> {
  const bell = await findUnconfirmedBell(bellId)
  if (bell) await deliver(jobId, confirmMail(bell, await linkOfBell(bell.id)))
}
