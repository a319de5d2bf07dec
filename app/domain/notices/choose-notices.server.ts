import { sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { noticeChoices } from '#db/schema/notices.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import type { NoticesInput } from './input.server.ts'
import { noticeKindsOf } from './ways.ts'

/** Keeps how a member of staff wants to be told of each kind. Refuses who has nothing to be told of. */
export async function chooseNotices(staff: Staff, chosen: NoticesInput): Promise<Refused | { chosen: NoticesInput }> {
  const ways = noticeKindsOf(staff).flatMap((kind) => {
    const way = chosen[kind]
    return way ? [{ staffId: staff.id, kind, way }] : []
  })
  if (ways.length === 0) return { refused: 'not-allowed' }
  await as(staff, async (tx) => {
    await tx
      .insert(noticeChoices)
      .values(ways)
      .onConflictDoUpdate({ target: [noticeChoices.staffId, noticeChoices.kind], set: { way: sql`excluded.way` } })
    await audit(tx, { event: 'notices-chosen', subject: `staff:${staff.id}`, staffId: staff.id })
  })
  return { chosen }
}
