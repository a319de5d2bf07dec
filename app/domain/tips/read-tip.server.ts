import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { areas, places } from '#db/schema/areas.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipMessages, tipPhotos, tips } from '#db/schema/tips.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { openOfficersContent } from './open-officers-content.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import {
  contentPlace,
  messagePlace,
  openContent,
  type TipContent,
  type TipMessageContent,
} from './sealed-content.server.ts'

/** All that a tip says, opened; undefined when there is none. Whoever asks must write down that it was read. */
export async function readTip(tx: Tx, ref: string, tipsKey: OpenKey) {
  const [row] = await tx
    .select({
      ...{ id: tips.id, ref: tips.ref, status: tips.status, registrationNumber: tips.registrationNumber },
      ...{ areaCode: tips.areaCode, areaName: areas.name, receivedOn: tips.receivedOn, openedOn: tips.openedOn },
      ...{ closedOn: tips.closedOn, handedOverOn: tips.handedOverOn, handedOverDigest: tips.handedOverDigest },
      ...{ assigneeId: tips.assigneeId, assigneeName: people.name, example: tips.example },
      ...{ content: tips.content, sealedKey: tips.sealedKey },
      ...{ officersContent: tips.officersContent, officersKey: tips.officersKey },
    })
    .from(tips)
    .innerJoin(areas, eq(areas.code, tips.areaCode))
    .leftJoin(people, eq(people.id, tips.assigneeId))
    .where(eq(tips.ref, ref))
  if (!row) return undefined
  const { content, sealedKey, officersContent, officersKey, ...facts } = row
  const key = await openTipKey(tipsKey, { sealedKey })
  const said = await openContent<TipContent>(key, contentPlace(row.id), content)
  return {
    ...facts,
    ...{ key, said, placeName: await nameOfPlace(tx, said.place) },
    messages: await messagesOf(tx, row.id, key),
    photos: await photosOf(tx, row.id),
    officers: await openOfficersContent(tipsKey, { id: row.id, officersContent, officersKey }),
  }
}

export type ReadTip = NonNullable<Awaited<ReturnType<typeof readTip>>>

async function nameOfPlace(tx: Tx, slug: string | null): Promise<string | null> {
  if (!slug) return null
  const [place] = await tx.select({ name: places.name }).from(places).where(eq(places.slug, slug))
  return place?.name ?? null
}

async function messagesOf(tx: Tx, tipId: string, key: Uint8Array) {
  const { id, position, sender, content, sentOn } = tipMessages
  const rows = await tx
    .select({ id, position, sender, content, sentOn })
    .from(tipMessages)
    .where(eq(tipMessages.tipId, tipId))
    .orderBy(asc(position))
  return Promise.all(
    rows.map(async ({ content: sealed, ...row }) => ({
      ...row,
      ...(await openContent<TipMessageContent>(key, messagePlace(tipId, row.position), sealed)),
    })),
  )
}

const photosOf = (tx: Tx, tipId: string) =>
  tx
    .select({ id: tipPhotos.id, messageId: tipPhotos.messageId, width: tipPhotos.width, height: tipPhotos.height })
    .from(tipPhotos)
    .where(eq(tipPhotos.tipId, tipId))
    .orderBy(asc(tipPhotos.position), asc(tipPhotos.id))
