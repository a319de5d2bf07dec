import { asc, desc, inArray } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tipMessages, tips } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { onDesk, tipRows, tipsPerPage, type TipOnDesk } from './desk.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import { asHolder } from './reads-tips.ts'
import {
  contentPlace,
  messagePlace,
  openContent,
  type TipContent,
  type TipMessageContent,
} from './sealed-content.server.ts'

/** The latest so many tips are searched, a batch in memory at a time. */
const [mostSearched, atOnce] = [2000, 200]

type Found = { tips: TipOnDesk[]; hasNext: boolean }

/**
 * The tips, latest first, that say all of the words somewhere: in their text, their answers, their place or their
 * thread. They are opened in memory with the key of this session; no index of them is kept anywhere. A hit says where
 * and when, as the list does: to read it she opens it.
 */
export async function searchTips(
  staff: Staff,
  tipsKey: OpenKey,
  { query, page }: { query: string; page: number },
): Promise<Found> {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  return as(asHolder(staff), async (tx) => {
    await auditTip(tx, { event: 'tips-searched', subject: `staff:${staff.id}`, staffId: staff.id })
    const found: Awaited<ReturnType<typeof batch>> = []
    const enough = page * tipsPerPage + 1
    for (let from = 0; from < mostSearched && found.length < enough; from += atOnce) {
      const rows = await batch(tx, from)
      const texts = await textsOf(
        tx,
        rows.filter(({ tipsKeyId }) => tipsKeyId === tipsKey.id),
        tipsKey,
      )
      found.push(...rows.filter(({ id }) => wanted.every((word) => texts.get(id)?.includes(word))))
      if (rows.length < atOnce) break
    }
    const shown = found.slice((page - 1) * tipsPerPage, page * tipsPerPage)
    return { tips: await onDesk(tx, shown, { staff, tipsKey }), hasNext: found.length >= enough }
  })
}

const batch = (tx: Tx, from: number) =>
  tipRows(tx).orderBy(desc(tips.receivedOn), asc(tips.id)).limit(atOnce).offset(from)

/** All that each tip says, in one text to search in. */
async function textsOf(tx: Tx, rows: Awaited<ReturnType<typeof batch>>, tipsKey: OpenKey) {
  const { tipId, position, content } = tipMessages
  const ids = rows.map(({ id }) => id)
  const said = await tx.select({ tipId, position, content }).from(tipMessages).where(inArray(tipId, ids))
  const texts = new Map<string, string>()
  for (const row of rows) {
    const key = await openTipKey(tipsKey, row)
    const tip = await openContent<TipContent>(key, contentPlace(row.id), row.content)
    const parts = [row.ref, row.areaName, tip.body, tip.placeNote, ...tip.answers.flatMap(({ values }) => values)]
    for (const message of said.filter((one) => one.tipId === row.id)) {
      const place = messagePlace(row.id, message.position)
      parts.push((await openContent<TipMessageContent>(key, place, message.content)).body)
    }
    texts.set(row.id, folded(parts.join('\n')))
  }
  return texts
}

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('sv')
