import { asc, desc } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { onDesk, tipRows, tipsPerPage, type TipOnDesk } from './desk.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'
import { textsOfTips, type NameOfCategory } from './texts-of-tips.server.ts'

/** The latest so many tips are searched, a batch in memory at a time. */
const [mostSearched, atOnce] = [2000, 200]

type Found = { tips: TipOnDesk[]; hasNext: boolean }

/**
 * The tips, latest first, that say all of the words somewhere: in their text, their answers, their category (as
 * `nameOf` calls it), their place, their thread or what officers noted. They are opened in memory with the key of this
 * session; no index of them is kept anywhere. A hit says where and when, as the list does: to read it she opens it.
 */
export async function searchTips(
  staff: Staff,
  tipsKey: OpenKey,
  { query, page, nameOf }: { query: string; page: number; nameOf: NameOfCategory },
): Promise<Found> {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  return as(asHolder(staff), async (tx) => {
    await auditTip(tx, { event: 'tips-searched', subject: `staff:${staff.id}`, staffId: staff.id })
    const found: Awaited<ReturnType<typeof batch>> = []
    const enough = page * tipsPerPage + 1
    for (let from = 0; from < mostSearched && found.length < enough; from += atOnce) {
      const rows = await batch(tx, from)
      const opened = rows.filter(({ tipsKeyId }) => tipsKeyId === tipsKey.id)
      const texts = await textsOfTips(tx, opened, { tipsKey, nameOf })
      found.push(...rows.filter(({ id }) => saysAll(texts.get(id), wanted)))
      if (rows.length < atOnce) break
    }
    const shown = found.slice((page - 1) * tipsPerPage, page * tipsPerPage)
    return { tips: await onDesk(tx, shown, { staff, tipsKey }), hasNext: found.length >= enough }
  })
}

const batch = (tx: Tx, from: number) =>
  tipRows(tx).orderBy(desc(tips.receivedOn), asc(tips.id)).limit(atOnce).offset(from)

function saysAll(text: string | undefined, wanted: readonly string[]): boolean {
  if (text === undefined) return false
  const said = folded(text)
  return wanted.every((word) => said.includes(word))
}

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('sv')
