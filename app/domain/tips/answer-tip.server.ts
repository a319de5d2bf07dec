import { eq, max, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipMessages } from '#db/schema/tips.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import { asHolder } from './reads-tips.ts'
import { messagePlace, sealContent } from './sealed-content.server.ts'

type Written = { message: string; formToken: string }

/**
 * Writes to the resident in the thread of her tip, signed with the officer's function and sealed. The same message
 * posted twice from one form is one message. No bell rings for a tip. Refuses a stale form.
 */
export async function answerTip(
  staff: Staff,
  { ref, tipsKey }: { ref: string; tipsKey: OpenKey },
  { message, formToken }: Written,
): Promise<Refused | { sent: true }> {
  const tokens = await lastingKey('form tokens')
  if (!isFormToken(tokens, formToken)) return { refused: 'stale-form' }
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return tip
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`thread of tip ${tip.id}`}, 0))`)
    const key = await openTipKey(tipsKey, tip)
    // Under the tip's own key: nobody without it can try whether a guessed message was sent.
    const formTokenHash = keyedHash(key, `${formToken} ${message}`)
    if (await tx.$count(tipMessages, eq(tipMessages.formTokenHash, formTokenHash))) return { sent: true }

    const [last] = await tx
      .select({ position: max(tipMessages.position) })
      .from(tipMessages)
      .where(eq(tipMessages.tipId, tip.id))
    const position = (last?.position ?? 0) + 1
    const now = new Date()
    const written = { body: message, at: now.toISOString(), signedAs: staff.signsAs }
    const content = await sealContent(key, messagePlace(tip.id, position), written)
    const row = { tipId: tip.id, position, sender: 'staff' as const, content, sentOn: dayOf(now), formTokenHash }
    await tx.insert(tipMessages).values(row)
    await auditTip(tx, { event: 'tip-answered', subject: `tip:${tip.id}`, staffId: staff.id })
    return { sent: true }
  })
}
