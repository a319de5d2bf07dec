import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { countInsights } from '#app/domain/insights/count-insights.server.ts'
import { originalsSetting } from '#app/domain/photos/originals.server.ts'
import { clearExample } from './example/clear-example.server.ts'
import { makeExampleDialogues } from './example/make-example-dialogues.server.ts'
import { makeExamplePledge } from './example/make-example-pledge.server.ts'
import { makeExampleSubmissions } from './example/make-example-submissions.server.ts'
import { makeExampleTemplates } from './example/make-example-templates.server.ts'
import { makeExampleTips } from './example/make-example-tips.server.ts'
import { makeTrialAccounts } from './make-trial-accounts.server.ts'
import { makeTrialHolders } from './make-trial-holders.server.ts'

/**
 * Makes the trial accounts and fills a new trial database with example data, once. What a start that was killed has
 * left half done is cleared away and made anew; once it is done it stands in the database.
 */
export async function makeExample(dataDir: string): Promise<void> {
  const accountsFile = join(dataDir, 'trial-accounts.json')
  const anew = !existsSync(accountsFile)
  if (anew) await makeTrialAccounts(accountsFile)
  await makeTrialHolders(dataDir, { anew })
  await decideDisposal()
  if (!(await isMade())) await makeOnce()
  await makeExampleTips()
}

async function makeOnce(): Promise<void> {
  await clearExample()
  if (!(await isUsed())) await fill()
  await as({ as: 'seed' }, (tx) =>
    tx.insert(portalSettings).values({ name: 'example', value: 'made' }).onConflictDoNothing(),
  )
}

/** In trial mode photos are not kept as they came: an example of a disposal decision says so. */
const decideDisposal = () =>
  as({ as: 'seed' }, (tx) =>
    tx.insert(portalSettings).values({ name: originalsSetting, value: 'EXEMPEL-2026-1' }).onConflictDoNothing(),
  )

async function fill(): Promise<void> {
  await makeExamplePledge()
  await makeExampleSubmissions()
  await makeExampleDialogues()
  await makeExampleTemplates()
  await countInsights()
  await as({ as: 'seed' }, (tx) =>
    // Nobody waits for mail about an example, and its registration is done.
    tx.execute(
      sql`delete from pgboss.job
        where name in ('register-submission', 'apply-rules', 'confirm-bell', 'message-to-resident', 'booking-changed',
          'tell-staff', 'tell-organisation', 'keep-due')`,
    ),
  )
}

const isMade = () =>
  as({ as: 'seed' }, async (tx) => (await tx.$count(portalSettings, eq(portalSettings.name, 'example'))) > 0)

/** True when somebody has already written here; then no example is mixed in. */
const isUsed = () => as({ as: 'seed' }, async (tx) => (await tx.$count(submissions)) > 0)
