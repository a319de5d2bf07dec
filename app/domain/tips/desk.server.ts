import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipMessages, tips, tipStatuses, type TipStatus } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { openTipKey } from './open-tip-key.server.ts'
import { readBefore } from './read-before.server.ts'
import { asHolder } from './reads-tips.ts'
import { contentPlace, openContent, type TipContent } from './sealed-content.server.ts'
import { unreadSince, waitsSince } from './waits-since.server.ts'

/** How many tips a page of the desk shows. */
export const tipsPerPage = 25

const columns = {
  ...{ id: tips.id, ref: tips.ref, status: tips.status, registrationNumber: tips.registrationNumber },
  ...{ receivedOn: tips.receivedOn, example: tips.example, areaName: areas.name, assigneeName: people.name },
  ...{ content: tips.content, sealedKey: tips.sealedKey, tipsKeyId: tips.tipsKeyId },
}

/** What the desk can be asked to show: tips in which the resident has written what nobody has read, or those of a state. */
export const deskFilters = ['unread', ...tipStatuses] as const
export type DeskFilter = (typeof deskFilters)[number]

/** Tips as the desk lists them. */
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

type Asked = { filter: DeskFilter | undefined; page: number; tipsKey: OpenKey | undefined }

/**
 * One page of tips (25), with what they are about where `tipsKey` is open, and how many there are of each filter. First
 * those that wait, to be opened or to have a message read, the longest waiting on top; then the latest.
 */
export function tipsOnDesk(staff: Staff, { filter, page, tipsKey }: Asked) {
  return as(asHolder(staff), async (tx) => {
    const wanted = filter === 'unread' ? isNotNull(unreadSince) : filter && eq(tips.status, filter)
    const rows = await tipRows(tx)
      .where(wanted)
      .orderBy(waitsSince, desc(tips.receivedOn), asc(tips.id))
      .limit(tipsPerPage + 1)
      .offset((page - 1) * tipsPerPage)
    return {
      tips: await onDesk(tx, rows.slice(0, tipsPerPage), { staff, tipsKey }),
      hasNext: rows.length > tipsPerPage,
      counts: await countTips(tx),
    }
  })
}

async function countTips(tx: Tx): Promise<Record<DeskFilter | 'all', number>> {
  const counted = await tx.select({ status: tips.status, count: count() }).from(tips).groupBy(tips.status)
  const of = (status: TipStatus) => counted.find((one) => one.status === status)?.count ?? 0
  return {
    all: counted.reduce((sum, one) => sum + one.count, 0),
    unread: await tx.$count(tips, isNotNull(unreadSince)),
    ...{ received: of('received'), opened: of('opened'), closed: of('closed') },
  }
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
