import { takeRound } from '#app/domain/alarms/take-round.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { alarmMail } from '#app/mail/alarm-mail.server.ts'
import { deliver } from './deliver.server.ts'
import { occasionOf } from './occasion-of.ts'

/**
 * Mails those on duty that there is an alarm, round after round until somebody has taken it. One address that fails does
 * not silence the others; tried again, each mail carries the same Message-ID.
 */
export async function dangerAlarm({ alarmId, stay, round = 0 }: Jobs['danger-alarm'], jobId: string): Promise<void> {
  const nextId = occasionOf(alarmId, `${stay} round ${round + 1}`)
  const addresses = await takeRound(alarmId, { stay, round, nextId })
  const again = round > 0
  const sent = await Promise.allSettled(addresses.map((to) => deliver(occasionOf(jobId, to), alarmMail(to, again))))
  const failed = sent.find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
}
