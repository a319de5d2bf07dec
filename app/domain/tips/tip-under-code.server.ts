import { asc, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipMessages, tips } from '#db/schema/tips.ts'
import { proofLine } from '#app/sealing/receipt-proofs.ts'
import { codeKeyPair } from '#app/sealing/receipts.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { KeptCode } from './add-tip-message.server.ts'
import {
  contentPlace,
  messagePlace,
  openContent,
  type TipContent,
  type TipMessageContent,
} from './sealed-content.server.ts'
import { tipKeyByCode } from './tip-key-by-code.server.ts'

/** True when a tip lies under the code with this hash. */
export const isTipUnderCode = (hash: string): Promise<boolean> =>
  as({ as: 'resident', codeHash: hash }, async (tx) => (await tx.$count(tips, eq(tips.codeHash, hash))) > 0)

/**
 * What a resident is shown of her own tip, under its receipt code; undefined when the code opens none. Never what she
 * wrote herself: of her own messages only the day.
 */
export async function tipUnderCode({ hash, code }: KeptCode) {
  const found = await as({ as: 'resident', codeHash: hash }, async (tx) => {
    const { id, ref, status, receivedOn, openedOn, closedOn, fingerprint, content, residentKey, example } = tips
    const [tip] = await tx
      .select({ id, ref, status, receivedOn, openedOn, closedOn, fingerprint, content, residentKey, example })
      .from(tips)
      .where(eq(tips.codeHash, hash))
    if (!tip) return undefined
    const messages = await tx
      .select({
        ...{ sender: tipMessages.sender, position: tipMessages.position },
        ...{ content: tipMessages.content, sentOn: tipMessages.sentOn },
      })
      .from(tipMessages)
      .where(eq(tipMessages.tipId, tip.id))
      .orderBy(asc(tipMessages.position))
    return { tip, messages }
  })
  if (!found) return undefined
  const { content, residentKey, fingerprint, ...tip } = found.tip
  const key = await tipKeyByCode({ residentKey }, await codeKeyPair(code))
  const { at } = await openContent<TipContent>(key, contentPlace(tip.id), content)
  const received = { ref: tip.ref, receivedAt: new Date(at), fingerprint }
  const messages = await Promise.all(
    found.messages.map(async ({ sender, sentOn, position, content: sealed }) => {
      if (sender === 'resident') return { sentOn, told: undefined }
      const place = messagePlace(tip.id, position)
      return { sentOn, told: await openContent<TipMessageContent>(key, place, sealed) }
    }),
  )
  const line = proofLine(await lastingKey('proofs of receipt'), received)
  return { ...tip, messages, proof: { line, receivedAt: received.receivedAt } }
}
