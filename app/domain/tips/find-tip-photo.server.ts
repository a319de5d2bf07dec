import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipPhotos, tips } from '#db/schema/tips.ts'
import { decrypt, photoStep } from '#app/sealing/envelopes.ts'
import { isUuid } from '../is-uuid.ts'
import type { Staff } from '../staff/staff.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import { asHolder } from './reads-tips.ts'
import { photoPlace } from './sealed-content.server.ts'

/** A photo (WebP) of a tip, in a session whose tips are unlocked; undefined when there is none. */
export async function findTipPhoto(
  staff: Staff,
  { ref, id }: { ref: string; id: string },
  tipsKey: OpenKey,
): Promise<Buffer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await as(asHolder(staff), (tx) =>
    tx
      .select({ content: tipPhotos.content, sealedKey: tips.sealedKey })
      .from(tipPhotos)
      .innerJoin(tips, eq(tips.id, tipPhotos.tipId))
      .where(and(eq(tipPhotos.id, id), eq(tips.ref, ref))),
  )
  if (!row) return undefined
  return decrypt(await openTipKey(tipsKey, row), row.content, { place: photoPlace(id), step: photoStep })
}
