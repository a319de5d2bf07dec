import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { places } from '#db/schema/areas.ts'
import type { Category } from '#db/schema/submissions.ts'
import { tipMessages, tips } from '#db/schema/tips.ts'
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

/** How the officer's language calls a category. */
export type NameOfCategory = (category: Category) => string

type Row = {
  id: string
  ref: string
  registrationNumber: string | null
  areaName: string
  content: Uint8Array
  sealedKey: Uint8Array
}

/** All that each tip says, to its officers too, in one text to search in, by the tip's id. */
export async function textsOfTips(
  tx: Tx,
  rows: readonly Row[],
  { tipsKey, nameOf }: { tipsKey: OpenKey; nameOf: NameOfCategory },
): Promise<Map<string, string>> {
  const ids = rows.map(({ id }) => id)
  const { tipId, position, content } = tipMessages
  const said = await tx.select({ tipId, position, content }).from(tipMessages).where(inArray(tipId, ids))
  const { id, officersContent, officersKey } = tips
  const noted = await tx.select({ id, officersContent, officersKey }).from(tips).where(inArray(id, ids))
  const named = new Map((await tx.select().from(places)).map(({ slug, name }) => [slug, name]))
  const texts = new Map<string, string>()
  for (const row of rows) {
    const key = await openTipKey(tipsKey, row)
    const tip = await openContent<TipContent>(key, contentPlace(row.id), row.content)
    const parts = [row.ref, row.registrationNumber, row.areaName, nameOf(tip.category), tip.body]
    parts.push(named.get(tip.place ?? '') ?? '', tip.placeNote, ...tip.answers.flatMap(({ values }) => values))
    for (const message of said.filter((one) => one.tipId === row.id)) {
      const place = messagePlace(row.id, message.position)
      parts.push((await openContent<TipMessageContent>(key, place, message.content)).body)
    }
    const sealed = noted.find((one) => one.id === row.id)
    const officers = sealed && (await openOfficersContent(tipsKey, sealed))
    if (officers) parts.push(officers.registrationNumber, ...officers.history.map(({ text }) => text))
    texts.set(row.id, parts.filter((part) => part !== null).join('\n'))
  }
  return texts
}
