import { takeRound } from '#app/domain/alarms/take-round.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { alarmMail } from '#app/mail/alarm-mail.server.ts'
import { deliver } from './deliver.server.ts'
import { deliverEach } from './deliver-each.server.ts'
import { occasionOf } from './occasion-of.ts'

/**
 * Mails those on duty that there is an alarm, round after round until somebody has taken it.
 */
export async function dangerAlarm({ alarmId, stay, round = 0 }: Jobs['danger-alarm'], jobId: string): Promise<void> {
  const nextId = occasionOf(alarmId, `${stay} round ${round + 1}`)
  const addresses = await takeRound(alarmId, { stay, round, nextId })
  const again = round > 0
  await deliverEach(addresses, (to) => deliver(occasionOf(jobId, to), alarmMail(to, again)))
}
