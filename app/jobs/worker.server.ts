import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { bossDatabase } from '#db/boss.server.ts'
import { errorCode } from '#db/client.server.ts'
import { jobNames, type JobName } from '#db/schema/jobs.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { log } from './job-log.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'

/** What each job does; a name without a handler does not compile. */
const handlers: { [Name in JobName]: (ids: Jobs[Name]) => Promise<unknown> } = {
  'register-submission': ({ submissionId }) => registerSubmission(submissionId),
  'message-to-resident': async () => {},
  'booking-changed': async () => {},
  daily: async () => {},
}

/** Starts working off the queue; gives the function that ends it cleanly. Jobs run at least once. */
export async function startWorker(url: string): Promise<() => Promise<void>> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'portal worker' } })
  const boss = new PgBoss({ db: bossDatabase(client) })
  boss.on('error', (error) => log.error({ error: errorCode(error) }, 'the queue failed'))
  await boss.start()
  for (const name of jobNames)
    await boss.work(name, { pollingIntervalSeconds: 2, batchSize: 10 }, (jobs) => workOff(name, jobs))
  await boss.schedule('daily', '15 3 * * *', {}, { tz: 'Europe/Stockholm' })
  return async () => {
    await boss.stop({ graceful: true, timeout: 8_000 })
    await client.end({ timeout: 5 })
  }
}

async function workOff(name: JobName, jobs: { data: unknown }[]): Promise<void> {
  for (const job of jobs) await handlers[name](job.data as never)
}
