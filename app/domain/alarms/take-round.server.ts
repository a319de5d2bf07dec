import { and, eq, isNull } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { alarms, dutyDesks } from '#db/schema/alarms.ts'
import { submissions } from '#db/schema/submissions.ts'
import { enqueue } from '../queue.server.ts'
import { handoverCount } from '../submissions/handover-count.server.ts'
import { hearsAmong } from '../submissions/hears-among.ts'
import { peopleOfAuthorities } from '../submissions/people-of-authorities.server.ts'
import { firstEscalated, lastRound, minutesBetween } from './rounds.ts'

/**
 * Whom one round of an alarm is mailed to, while nobody has taken it: those on duty of the authority that has the case,
 * and after an hour also those who answer for what is late there. In the same transaction the next round is queued under
 * `nextId`, so that a round which is tried again, or two that began apart, are followed by one; none after the last, nor
 * once the case has been handed over more often than `stay` times: who has it then is told in rounds of their own.
 */
export function takeRound(
  alarmId: string,
  { stay, round, nextId }: { stay: number; round: number; nextId: string },
): Promise<string[]> {
  return as(worker, async (tx) => {
    const { receivingAuthority, areaCode } = submissions
    const [alarm] = await tx
      .select({ authority: receivingAuthority, area: areaCode, addresses: dutyDesks.addresses })
      .from(alarms)
      .innerJoin(submissions, eq(submissions.id, alarms.submissionId))
      .leftJoin(dutyDesks, eq(dutyDesks.authority, receivingAuthority))
      .where(and(eq(alarms.id, alarmId), eq(handoverCount(tx, submissions.id), stay), isNull(alarms.takenAt)))
    if (!alarm) return []
    if (round < lastRound) {
      const next = { id: nextId, startAfter: minutesBetween * 60 }
      await enqueue(tx, 'danger-alarm', { alarmId, stay, round: round + 1 }, next)
    }
    const escalated = round < firstEscalated ? [] : await answerFor(tx, alarm)
    return [...new Set([...(alarm.addresses ?? []), ...escalated])]
  })
}

const answerFor = async (tx: Tx, of: Parameters<typeof hearsAmong>[1][number]): Promise<string[]> =>
  hearsAmong(await peopleOfAuthorities(tx), [of]).map(({ email }) => email)
