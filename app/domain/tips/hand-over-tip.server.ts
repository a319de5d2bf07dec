import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'
import { kindOfFile } from '../photos/kind-of-file.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { countAsRead } from './count-as-read.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { photosOfTip } from './photos-of-tip.server.ts'
import { readTip, type ReadTip } from './read-tip.server.ts'
import { asHolder } from './reads-tips.ts'
import { zip, type ZipFile } from './zip.ts'

/**
 * Packs a tip for the police's own case system: what was sent, the thread and the photos, as files as they came where
 * they were kept so. The day and the SHA-256 of the ZIP stay with the tip. Packed again unchanged, it is the same ZIP. Whoever
 * takes it has read it.
 */
export async function handOverTip(
  staff: Staff,
  ref: string,
  tipsKey: OpenKey,
): Promise<Refused | { zip: Buffer; digest: string }> {
  return as(asHolder(staff), async (tx) => {
    const locked = await lockTip(tx, ref)
    if ('refused' in locked) return locked
    await countAsRead(tx, staff, locked)
    const tip = await readTip(tx, ref, tipsKey)
    if (!tip) return { refused: 'not-found' }
    const packed = zip([textOf(tip), ...(await filesOf(tx, tip))])
    const digest = createHash('sha256').update(packed).digest('hex')
    await tx
      .update(tips)
      .set({ handedOverOn: dayOf(new Date()), handedOverDigest: digest })
      .where(eq(tips.id, tip.id))
    const line = { subject: `tip:${tip.id}`, staffId: staff.id, details: { digest } }
    await auditTip(tx, { event: 'tip-handed-over', ...line })
    return { zip: packed, digest }
  })
}

/** All that is text, as JSON; times are in UTC. */
function textOf({ ref, registrationNumber, areaCode, areaName, receivedOn, said, messages, ...tip }: ReadTip): ZipFile {
  const { cell: _, heldFor: __, ...content } = said
  const thread = messages.map(({ id, sender, body, at, signedAs }) => ({
    id,
    sender,
    at,
    signedAs: signedAs?.sv,
    body,
  }))
  const photos = tip.photos.map(({ id, messageId }) => ({ id, messageId }))
  const whole = {
    ...{ ref, registrationNumber, areaCode, areaName, receivedOn, place: tip.placeName },
    ...{ content, thread, photos, officers: tip.officers ?? undefined },
  }
  return { name: 'tip.json', bytes: Buffer.from(JSON.stringify(whole, null, 2) + '\n', 'utf8') }
}

/** Each photo as it is shown, and as it was received where that was kept. */
async function filesOf(tx: Tx, tip: ReadTip): Promise<ZipFile[]> {
  const photos = await photosOfTip(tx, tip)
  return photos.flatMap(({ id, shown, original }) => [
    { name: `photos/${id}.webp`, bytes: shown },
    ...(original ? [{ name: `photos/${id}-original.${kindOfFile(original) ?? 'bin'}`, bytes: original }] : []),
  ])
}
