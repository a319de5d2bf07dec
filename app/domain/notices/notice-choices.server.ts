import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { noticeChoices, type NoticeKind, type NoticeWay } from '#db/schema/notices.ts'
import type { Staff } from '../staff/staff.ts'
import { noticeKindsOf, usualWays } from './ways.ts'

/** How a person is told of each kind, as she has chosen or as is usual. */
export async function waysOf(tx: Tx, staffId: string): Promise<Record<NoticeKind, NoticeWay>> {
  const { kind, way } = noticeChoices
  const rows = await tx.select({ kind, way }).from(noticeChoices).where(eq(noticeChoices.staffId, staffId))
  return { ...usualWays, ...Object.fromEntries(rows.map((row) => [row.kind, row.way])) }
}

/** The same, asked for by herself, of what she is told of; undefined for who has nothing to be told of. */
export async function ownNoticeWays(staff: Staff): Promise<Partial<Record<NoticeKind, NoticeWay>> | undefined> {
  const kinds = noticeKindsOf(staff)
  if (kinds.length === 0) return undefined
  const ways = await as(staff, (tx) => waysOf(tx, staff.id))
  return Object.fromEntries(kinds.map((kind) => [kind, ways[kind]]))
}
