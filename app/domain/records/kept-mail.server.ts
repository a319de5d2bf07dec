import { desc } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

const shown = 200

/** The mail that was kept instead of sent, latest first: at most 200. */
export function keptMail(staff: Staff) {
  assertMay(staff, 'outbox.read')
  return as(staff, (tx) => tx.select().from(outbox).orderBy(desc(outbox.keptAt)).limit(shown))
}
