import { addressesOfAlarm } from '#app/domain/alarms/queries.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { alarmMail } from '#app/mail/alarm-mail.server.ts'
import { deliver } from './deliver.server.ts'
import { occasionOf } from './occasion-of.ts'

/**
 * Mails those on duty that there is an alarm, unless somebody has taken it. One address that fails does not silence the
 * others; tried again, each mail carries the same Message-ID.
 */
export async function dangerAlarm({ alarmId }: Jobs['danger-alarm'], jobId: string): Promise<void> {
  const addresses = await addressesOfAlarm(alarmId)
  const sent = await Promise.allSettled(addresses.map((to) => deliver(occasionOf(jobId, to), alarmMail(to))))
  const failed = sent.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}
