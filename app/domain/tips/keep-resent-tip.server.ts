import { as } from '#db/client.server.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { changedParts, type InWords } from '../submissions/keep-resent.server.ts'
import { addToTipThread } from './add-to-tip-thread.server.ts'
import type { TipForm } from './insert-tip.server.ts'
import { contentPlace, openContent, type TipContent } from './sealed-content.server.ts'
import { tipFormKey } from './tip-forms.server.ts'

type Stored = { id: string; key: Uint8Array; areaCode: string; content: Uint8Array }

/**
 * As `keepResent`, for a tip that was sent once more: the other text, and what else she chose instead, go into its
 * thread as one sealed message, once however often it is posted.
 */
export async function keepResentTip(
  form: TipForm,
  { stored, sent }: { stored: Stored; sent: TipContent & { areaCode: string } },
  inWords: InWords | undefined,
): Promise<void> {
  const { id: tipId, key, areaCode } = stored
  const before = await openContent<TipContent>(key, contentPlace(tipId), stored.content)
  const parts = changedParts({ ...before, areaCode }, sent)
  const changes = parts.length > 0 && inWords ? await inWords(parts) : ''
  const body = [before.body === sent.body ? '' : sent.body, changes].filter(Boolean).join('\n\n')
  if (!body) return
  const formTokenHash = keyedHash(await tipFormKey(), `${form.formToken} ${body}`)
  await as({ as: 'resident', ...form }, (tx) =>
    addToTipThread(tx, { tipId, key }, { sender: 'resident', content: { body }, formTokenHash }),
  )
}
