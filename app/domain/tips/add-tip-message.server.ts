import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tipMessages, tips } from '#db/schema/tips.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { codeKeyPair } from '#app/sealing/receipts.ts'
import { formHashOf } from '../photos/photos-of-form.server.ts'
import type { Refused } from '../refusals.ts'
import { addToTipThread } from './add-to-tip-thread.server.ts'
import { handInTipPhotos, waitingForTip } from './photos-of-tip-form.server.ts'
import { tipFormKey } from './tip-forms.server.ts'
import { tipKeyByCode } from './tip-key-by-code.server.ts'

/** A receipt code, in its one form, and the hash that it is found by. */
export type KeptCode = { hash: string; code: string }
type Message = { message: string; formToken: string }

/**
 * As `addMessage`, for a tip: what the resident writes under her code is sealed under the tip's own key, which the code
 * opens. Refuses an unknown code, a form that is none of tips or too old, and a message of nothing.
 */
export async function addTipMessage(
  { hash, code }: KeptCode,
  { message, formToken }: Message,
): Promise<Refused | { sent: true }> {
  const formKey = await tipFormKey()
  if (!isFormToken(formKey, formToken)) return { refused: 'stale-form' }
  const form = { formToken, formHash: await formHashOf(formToken) }
  const formTokenHash = keyedHash(formKey, `${formToken} ${message}`)
  return as({ as: 'resident', codeHash: hash, formHash: form.formHash }, async (tx) => {
    const { id, residentKey } = tips
    const [tip] = await tx.select({ id, residentKey }).from(tips).where(eq(tips.codeHash, hash))
    if (!tip) return { refused: 'not-found' }
    const isEmpty = !message && (await waitingForTip(tx, form)).length === 0
    if (isEmpty && !(await isSent(tx, formTokenHash))) return { refused: 'message-missing' }

    const own = { tipId: tip.id, key: await tipKeyByCode(tip, await codeKeyPair(code)) }
    const sent = await addToTipThread(tx, own, { sender: 'resident', content: { body: message }, formTokenHash })
    await handInTipPhotos(tx, form, { ...own, messageId: sent.id })
    return { sent: true }
  })
}

const isSent = async (tx: Tx, formTokenHash: string): Promise<boolean> =>
  (await tx.$count(tipMessages, eq(tipMessages.formTokenHash, formTokenHash))) > 0
