import { sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { noticeChoices, noticeKinds } from '#db/schema/notices.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import type { NoticesInput } from './input.server.ts'
import { getsNotices } from './ways.ts'

/** Keeps how a member of staff wants to be told of each kind. Refuses who has nothing to be told of. */
export async function chooseNotices(staff: Staff, chosen: NoticesInput): Promise<Refused | { chosen: NoticesInput }> {
  if (!getsNotices(staff)) return { refused: 'not-allowed' }
  await as(staff, async (tx) => {
    await tx
      .insert(noticeChoices)
      .values(noticeKinds.map((kind) => ({ staffId: staff.id, kind, way: chosen[kind] })))
      .onConflictDoUpdate({ target: [noticeChoices.staffId, noticeChoices.kind], set: { way: sql`excluded.way` } })
    await audit(tx, { event: 'notices-chosen', subject: `staff:${staff.id}`, staffId: staff.id })
  })
  return { chosen }
}
