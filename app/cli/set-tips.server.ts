import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { portalSettings } from '#db/schema/records.ts'
import { audit } from '#app/domain/audit.server.ts'
import { CommandError } from './command-error.ts'

/** The setting that holds the number of the police's decision that the portal takes tips. */
const decisionSetting = 'tips-decision'

/**
 * Lets the portal take tips, under a decision of the police. Refuses, in one line, without its number, and while there
 * are not two active holders and a recovery key.
 */
export async function openTips(decision: string | undefined): Promise<string> {
  const number = decision?.trim()
  if (!number)
    throw new CommandError('--decision NUMBER is needed: the decision of the police that the portal takes tips')
  const [sealing] = await as({ as: 'seed' }, (tx) =>
    tx.execute<{ possible: boolean }>(sql`select tips_can_be_sealed() as possible`),
  )
  if (!sealing?.possible)
    throw new CommandError(
      'tips need two active holders and a recovery key first; officers make them at /staff/tips/keys',
    )
  await setTips('open', number)
  return `The portal takes tips, under decision ${number}.`
}

/** Shows the way to the police again instead of taking tips; what was sent stays, and can be read and answered. */
export async function signpostTips(): Promise<string> {
  await setTips('signpost')
  return 'The portal takes no tips, and shows the way to the police instead.'
}

async function setTips(value: 'open' | 'signpost', decision?: string): Promise<void> {
  await as({ as: 'seed' }, async (tx) => {
    const set = (name: string, to: string) =>
      tx
        .insert(portalSettings)
        .values({ name, value: to })
        .onConflictDoUpdate({ target: portalSettings.name, set: { value: to } })
    await set('tips', value)
    if (decision) await set(decisionSetting, decision)
    else await tx.delete(portalSettings).where(eq(portalSettings.name, decisionSetting))
    await audit(tx, { event: 'tips-set', subject: 'setting:tips', details: { value, ...(decision && { decision }) } })
  })
}
