import { PgBoss } from 'pg-boss'
import { bossInTransaction } from '#db/boss.server.ts'
import { as, worker, type Tx } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import type { JobName } from '#db/schema/jobs.ts'
import type { OwnHappening } from '#db/schema/notices.ts'

/** What happened to a booking, as the person who made it is told. */
export type BookingChange = 'booked' | 'changed' | 'cancelled' | 'promoted'

/** What each job is given: ids only; the handler reads the rows again and decides. */
export type Jobs = {
  'register-submission': { submissionId: string }
  'apply-rules': { submissionId: string }
  'confirm-bell': { bellId: string }
  /** `public`: what is new can be read by everybody, so those who follow it are told too. */
  'message-to-resident': { submissionId: string; public?: boolean }
  'booking-changed': { bookingId: string; change: BookingChange }
  'invite-staff': { invitationId: string }
  /** `stay`: how often the case had been handed over. Which time it is mailed; the first where that is not said. */
  'danger-alarm': { alarmId: string; stay: number; round?: number }
  daily: Record<string, never>
  /** By the clock, whether or not there is anything to remind of; never tried again the same day. */
  remind: Record<string, never>
  /** By the clock, every ten minutes. */
  'count-insights': Record<string, never>
  /** By the clock, each morning; on days off nobody is told anything. */
  morning: Record<string, never>
  /** What has happened to a case, for who has it. */
  'tell-staff': { submissionId: string; kind: OwnHappening }
  /** That a case can be read by an organisation which it was routed to. */
  'tell-organisation': { submissionId: string; organisation: string }
  /** By when somebody has to act, after what happened in another case. */
  'keep-due': { submissionId: string }
  /** What one person is told in the morning, in one mail. */
  'send-digest': { staffId: string }
}

/** `startAfter`: in so many seconds. Under an `id` of its own a job is queued once, however often it is asked for. */
type When = { id?: string; startAfter?: number }

/** Queues a job in the caller's transaction: it exists if, and only if, the change does. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  ids: Jobs[Name],
  when: When = {},
): Promise<void> {
  const boss = await sender(tx)
  await boss.send(name, ids, { ...when, db: bossInTransaction(tx) })
}

function sender(tx: Tx): Promise<PgBoss> {
  const kept = once<{ boss?: Promise<PgBoss> }>('job sender', () => ({}))
  kept.boss ??= startSender(tx).catch((error: unknown) => {
    delete kept.boss
    throw error
  })
  return kept.boss
}

/**
 * The first to queue a job starts the sender inside its own transaction: a connection beside it may not be free while
 * others wait for a row that this transaction has locked.
 */
async function startSender(tx: Tx): Promise<PgBoss> {
  let first: Tx | undefined = tx
  const db = {
    executeSql: (text: string, values?: unknown[]) =>
      first
        ? bossInTransaction(first).executeSql(text, values)
        : as(worker, (own) => bossInTransaction(own).executeSql(text, values)),
  }
  const quiet = { supervise: false, schedule: false, migrate: false, createSchema: false, registerInstance: false }
  const boss = new PgBoss({ db, ...quiet })
  boss.on('error', () => {})
  await boss.start()
  first = undefined
  return boss
}
