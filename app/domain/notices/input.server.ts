import { z } from 'zod'
import { noticeWays, type NoticeKind, type NoticeWay } from '#db/schema/notices.ts'

const way = z.enum(noticeWays, 'missing')

export type NoticesInput = Partial<Record<NoticeKind, NoticeWay>>

/** How somebody wants to be told of each kind that she is told of. */
export const noticesInput = (kinds: readonly NoticeKind[]) =>
  z.object(Object.fromEntries(kinds.map((kind) => [kind, way]))) as z.ZodType<NoticesInput>
