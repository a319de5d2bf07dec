import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipMessages, tips, type TipStatus } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import { readBefore } from './read-before.server.ts'
import { asHolder } from './reads-tips.ts'
import { contentPlace, openContent, type TipContent } from './sealed-content.server.ts'

/** How many tips a page of the desk shows. */
export const tipsPerPage = 25

const columns = {
  ...{ id: tips.id, ref: tips.ref, status: tips.status, registrationNumber: tips.registrationNumber },
  ...{ receivedOn: tips.receivedOn, example: tips.example, areaName: areas.name, assigneeName: people.name },
  ...{ content: tips.content, sealedKey: tips.sealedKey, tipsKeyId: tips.tipsKeyId },
}

/** Tips as the desk lists them: those that nobody has opened first, the oldest of them on top, then the latest. */
export const tipRows = (tx: Tx) =>
  tx
    .select(columns)
    .from(tips)
    .innerJoin(areas, eq(areas.code, tips.areaCode))
    .leftJoin(people, eq(people.id, tips.assigneeId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof tipRows>>[number]

/**
 * One tip in the list. What it is about only where tips are unlocked; and of what it says nothing but to who has opened
 * it herself: a text that was seen was read, and every reading is written down.
 */
export type TipOnDesk = Omit<Row, 'id' | 'content' | 'sealedKey' | 'tipsKeyId'> & {
  replyWaits: boolean
  category: string | undefined
  said: Pick<TipContent, 'body' | 'writtenIn'> | undefined
}

type Asked = { status: TipStatus | undefined; page: number; tipsKey: OpenKey | undefined }

/** One page of tips (25), with what they are about where `tipsKey` is open, and how many there are in each state. */
export function tipsOnDesk(staff: Staff, { status, page, tipsKey }: Asked) {
  return as(asHolder(staff), async (tx) => {
    const waits = sql`${tips.status} = 'received'`
    const rows = await tipRows(tx)
      .where(status && eq(tips.status, status))
      .orderBy(desc(waits), sql`case when ${waits} then ${tips.receivedOn} end`, desc(tips.receivedOn), asc(tips.id))
      .limit(tipsPerPage + 1)
      .offset((page - 1) * tipsPerPage)
    const counted = await tx.select({ status: tips.status, count: count() }).from(tips).groupBy(tips.status)
    return {
      tips: await onDesk(tx, rows.slice(0, tipsPerPage), { staff, tipsKey }),
      hasNext: rows.length > tipsPerPage,
      counts: Object.fromEntries(counted.map((one) => [one.status, one.count])) as Partial<Record<TipStatus, number>>,
    }
  })
}

type Reader = { staff: Staff; tipsKey: OpenKey | undefined }

/** Opens rows for the list, as far as who looks may see them there, and tells in which the resident waits for an answer. */
export async function onDesk(tx: Tx, rows: Row[], { staff, tipsKey }: Reader): Promise<TipOnDesk[]> {
  const ids = rows.map(({ id }) => id)
  const waiting = await tx
    .selectDistinct({ id: tipMessages.tipId })
    .from(tipMessages)
    .where(and(inArray(tipMessages.tipId, ids), eq(tipMessages.sender, 'resident'), isNull(tipMessages.readOn)))
  const read = tipsKey ? await readBefore(tx, staff, ids) : new Set()
  return Promise.all(
    rows.map(async ({ id, content, sealedKey, tipsKeyId, ...row }) => {
      const opened = tipsKey?.id === tipsKeyId ? await openRow(tipsKey, { id, content, sealedKey }) : undefined
      return {
        ...row,
        replyWaits: waiting.some((one) => one.id === id),
        category: opened?.category,
        said: opened && read.has(id) ? { body: opened.body, writtenIn: opened.writtenIn } : undefined,
      }
    }),
  )
}

/** What a tip says. */
const openRow = async (
  tipsKey: OpenKey,
  { id, content, sealedKey }: { id: string; content: Uint8Array; sealedKey: Uint8Array },
): Promise<TipContent> => openContent<TipContent>(await openTipKey(tipsKey, { sealedKey }), contentPlace(id), content)
