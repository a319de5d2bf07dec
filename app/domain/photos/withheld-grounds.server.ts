import { and, eq, isNotNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photoEdits } from '#db/schema/photos.ts'
import type { WithdrawalGround } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'

/** Why photos of a submission are withheld, by photo; of a case that her authority has not received, none. */
export async function withheldGrounds(staff: Staff, submissionId: string): Promise<Map<string, WithdrawalGround>> {
  const rows = await as(staff, (tx) =>
    tx
      .select({ id: photoEdits.photoId, ground: photoEdits.ground })
      .from(photoEdits)
      .where(and(eq(photoEdits.submissionId, submissionId), isNotNull(photoEdits.ground))),
  )
  return new Map(rows.flatMap(({ id, ground }) => (ground ? [[id, ground] as const] : [])))
}
