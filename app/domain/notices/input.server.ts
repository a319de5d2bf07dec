import { z } from 'zod'
import { noticeWays } from '#db/schema/notices.ts'

const way = z.enum(noticeWays, 'missing')

/** How somebody wants to be told of each kind. */
export const noticesInput = z.object({ assigned: way, replied: way, due: way })
export type NoticesInput = z.output<typeof noticesInput>
