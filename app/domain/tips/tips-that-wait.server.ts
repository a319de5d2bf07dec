import { and, countDistinct, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipMessages, tips } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { holdersOfTips } from './holders.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * How many tips nobody has opened, and in how many the resident has written what nobody has read; undefined for who
 * cannot open tips, who is not to learn that there are any.
 */
export const tipsThatWait = (staff: Staff): Promise<{ unopened: number; replyWaits: number } | undefined> =>
  as(asHolder(staff), async (tx) => {
    const own = (await holdersOfTips(tx)).find(({ id }) => id === staff.id)
    if (!own?.granted || !own.active) return undefined
    const unread = and(eq(tipMessages.sender, 'resident'), isNull(tipMessages.readOn))
    const [waiting] = await tx
      .select({ replies: countDistinct(tipMessages.tipId) })
      .from(tipMessages)
      .where(unread)
    return { unopened: await tx.$count(tips, eq(tips.status, 'received')), replyWaits: waiting?.replies ?? 0 }
  })
