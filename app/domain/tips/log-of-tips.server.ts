import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tipAuditLines, tips } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { isWrittenToday } from './is-written-today.server.ts'
import { namesOf } from './names-of.server.ts'
import { asHolder } from './reads-tips.ts'

const perPage = 50

type Asked = {
  /** Of this tip only. */ ref?: string | undefined
  /** Older than this line. */ before?: number | undefined
}

/**
 * What has been done with tips and their keys, by whom and on which day, the latest first. That she looked is written
 * down, once a day.
 */
export const logOfTips = (staff: Staff, { ref, before }: Asked) =>
  as(asHolder(staff), async (tx) => {
    const look = { event: 'tips-log-read', subject: `staff:${staff.id}`, staffId: staff.id }
    if (!(await isWrittenToday(tx, look))) await auditTip(tx, look)
    const { id, day, event, subject, details, staffId } = tipAuditLines
    const rows = await tx
      .select({ id, day, event, subject, details, who: people.name, ref: tips.ref })
      .from(tipAuditLines)
      .leftJoin(people, eq(people.id, staffId))
      .leftJoin(tips, eq(subject, sql`'tip:' || ${tips.id}`))
      .where(and(ref ? eq(tips.ref, ref) : undefined, before ? lt(id, before) : undefined))
      .orderBy(desc(id))
      .limit(perPage + 1)
    const lines = rows.slice(0, perPage)
    return { lines, hasOlder: rows.length > perPage, names: await namesOf(tx, lines) }
  })
