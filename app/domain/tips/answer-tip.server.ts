import { as } from '#db/client.server.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { addToTipThread } from './add-to-tip-thread.server.ts'
import { auditTip } from './audit-tip.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import { asHolder } from './reads-tips.ts'

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
    const key = await openTipKey(tipsKey, tip)
    // Under the tip's own key: nobody without it can try whether a guessed message was sent.
    const formTokenHash = keyedHash(key, `${formToken} ${message}`)
    const written = { sender: 'staff' as const, content: { body: message, signedAs: staff.signsAs }, formTokenHash }
    const { isNew } = await addToTipThread(tx, { tipId: tip.id, key }, written)
    if (!isNew) return { sent: true }
    await auditTip(tx, { event: 'tip-answered', subject: `tip:${tip.id}`, staffId: staff.id })
    return { sent: true }
  })
}
