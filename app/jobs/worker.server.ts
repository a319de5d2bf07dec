import { PgBoss, type JobResult } from 'pg-boss'
import postgres from 'postgres'
import { bossDatabase } from '#db/boss.server.ts'
import { errorCode } from '#db/client.server.ts'
import { jobNames, type JobName } from '#db/schema/jobs.ts'
import { countInsights } from '#app/domain/insights/count-insights.server.ts'
import { startMorning } from '#app/domain/notices/start-morning.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { keepDueAnew } from '#app/domain/submissions/keep-due-anew.server.ts'
import { applyRules } from './apply-rules.server.ts'
import { bookingChanged } from './booking-changed.server.ts'
import { confirmBell } from './confirm-bell.server.ts'
import { daily } from './daily.server.ts'
import { dangerAlarm } from './danger-alarm.server.ts'
import { inviteStaff } from './invite-staff.server.ts'
import { log } from './job-log.server.ts'
import { startLinking } from './link-audit.server.ts'
import { messageToResident } from './message-to-resident.server.ts'
import { remind } from './remind-of-tips.server.ts'
import { registerSubmission } from './register-submission.server.ts'
import { sendDigest } from './send-digest.server.ts'
import { startSweeps } from './sweeps.server.ts'
import { tellOrganisation } from './tell-organisation.server.ts'
import { tellStaff } from './tell-staff.server.ts'

/** What each job does with its ids and the job's own id; a name without a handler does not compile. */
const handlers: { [Name in JobName]: (ids: Jobs[Name], jobId: string) => Promise<unknown> } = {
  'register-submission': registerSubmission,
  'apply-rules': applyRules,
  'confirm-bell': confirmBell,
  'message-to-resident': messageToResident,
  'booking-changed': bookingChanged,
  'invite-staff': inviteStaff,
  'danger-alarm': dangerAlarm,
  daily,
  remind,
  'count-insights': () => countInsights(),
  morning: () => startMorning(),
  'tell-staff': tellStaff,
  'tell-organisation': tellOrganisation,
  'keep-due': ({ submissionId }) => keepDueAnew(submissionId),
  'send-digest': sendDigest,
}

/** Starts working off the queue; gives the function that ends it cleanly. Jobs run at least once. */
export async function startWorker(url: string): Promise<() => Promise<void>> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'portal worker' } })
  const boss = new PgBoss({ db: bossDatabase(client) })
  boss.on('error', (error) => log.error({ error: errorCode(error) }, 'the queue failed'))
  await boss.start()
  const options = { pollingIntervalSeconds: 2, batchSize: 10, perJobResults: true } as const
  for (const name of jobNames)
    await boss.work(name, options, (jobs) => Promise.all(jobs.map((job) => workOff(name, job))))
  await boss.schedule('daily', '15 3 * * *', {}, { tz: 'Europe/Stockholm' })
  await boss.schedule('remind', '15 7 * * *', {}, { tz: 'Europe/Stockholm', retryLimit: 0 })
  await boss.schedule('count-insights', '*/10 * * * *', {}, { tz: 'Europe/Stockholm', retryLimit: 0 })
  await boss.schedule('morning', '30 6 * * *', {}, { tz: 'Europe/Stockholm' })
  const ends = [startSweeps(), startLinking()]
  return async () => {
    await Promise.all(ends.map((end) => end()))
    await boss.stop({ graceful: true, timeout: 8_000 })
    await client.end({ timeout: 5 })
  }
}

/** Does one job; a failure is its own and is tried again, and of its error only the class is logged and stored. */
async function workOff(name: JobName, { id, data }: { id: string; data: unknown }): Promise<JobResult> {
  try {
    await handlers[name](data as never, id)
    return { id, status: 'completed' }
  } catch (failure) {
    const error = errorCode(failure)
    log.error({ job: name, id, error }, 'a job failed')
    return { id, status: 'failed', output: { error } }
  }
}
