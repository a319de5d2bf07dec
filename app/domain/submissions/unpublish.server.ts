import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { noPublicPlace } from './public-place.server.ts'

/** Takes a published submission away from the public; its public text stays as a draft. Refuses one not published. */
export async function unpublish(staff: Staff, ref: string): Promise<Refused | { unpublished: true }> {
  assertMay(staff, 'publish')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (!submission.publishedAt) return { refused: 'changed-meanwhile' }
    await tx
      .update(submissions)
      .set({ publishedAt: null, ...noPublicPlace })
      .where(eq(submissions.id, submission.id))
    await audit(tx, { event: 'submission-unpublished', subject: `submission:${submission.id}`, staffId: staff.id })
    return { unpublished: true }
  })
}
