import { PgBoss } from 'pg-boss'
import { bossInTransaction } from '#db/boss.server.ts'
import { as, worker, type Tx } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import type { JobName } from '#db/schema/jobs.ts'

/** What each job is given: ids only; the handler reads the rows again and decides. */
export type Jobs = {
  'register-submission': { submissionId: string }
  'message-to-resident': { submissionId: string }
  'booking-changed': { bookingId: string; change: 'booked' | 'changed' | 'cancelled' | 'promoted'; link?: string }
  daily: Record<string, never>
}

/** Queues a job in the caller's transaction: it exists if, and only if, the change does. */
export async function enqueue<Name extends JobName>(tx: Tx, name: Name, ids: Jobs[Name]): Promise<void> {
  const boss = await sender()
  await boss.send(name, ids, { db: bossInTransaction(tx) })
}

function sender(): Promise<PgBoss> {
  return once('job sender', async () => {
    const db = {
      executeSql: (text: string, values?: unknown[]) =>
        as(worker, (tx) => bossInTransaction(tx).executeSql(text, values)),
    }
    const boss = new PgBoss({ db, supervise: false, schedule: false, migrate: false, createSchema: false })
    boss.on('error', () => {})
    return boss.start()
  })
}
