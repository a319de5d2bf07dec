import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { areas } from '#db/schema/areas.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { photosOfSubmission } from '../photos/photos-of-submission.server.ts'
import { threadOf } from './parts-for-staff.server.ts'
import { visibleTo } from './visible-to.server.ts'

/**
 * What was merged into a submission, with its thread and its photos, for who reads the original of all of them: in the
 * order in which they came.
 */
export async function mergedForStaff(tx: Tx, staff: Staff, submissionId: string) {
  const { id, ref, category, createdAt, body, writtenIn, language, registrationNumber, mergedIntoId } = submissions
  const rows = await prepared(
    tx
      .select({ id, ref, category, createdAt, body, writtenIn, language, registrationNumber, areaName: areas.name })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .where(and(eq(mergedIntoId, submissionId), visibleTo(staff)))
      .orderBy(asc(createdAt), asc(id)),
  )
  return Promise.all(
    rows.map(async ({ id: merged, ...row }) => {
      const [thread, photos] = await Promise.all([threadOf(tx, merged), photosOfSubmission(tx, merged)])
      return { ...row, thread, photos }
    }),
  )
}
