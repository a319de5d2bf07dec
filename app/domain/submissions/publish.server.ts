import { as } from '#db/client.server.ts'
import { districtAreas } from '../areas/queries.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { needsSecond } from './four-eyes.server.ts'
import { plan } from './plan.server.ts'
import { lockToPublish, showInPublic } from './show-in-public.server.ts'
import { markOf } from './write-public-text.server.ts'

/**
 * Shows the public title and text to everybody, at a public place coarser than the true one. With a time, or where the
 * category asks for a second person, it is planned instead. Refuses what has not been screened, what is held or spam,
 * what has been merged into another, what has no public title and text, and a second plan beside one that waits.
 */
export async function publish(
  staff: Staff,
  ref: string,
  { at }: { at?: Date | undefined } = {},
): Promise<Refused | { published: Date } | { planned: string }> {
  assertMay(staff, 'publish')
  // Read before the transaction, so that it holds one connection and not two.
  await districtAreas()
  return as(staff, async (tx) => {
    const submission = await lockToPublish(tx, staff, ref)
    if ('refused' in submission) return submission
    const second = await needsSecond(tx, submission.category)
    if (!at && !second) return showInPublic(tx, staff, { ref })
    return plan(tx, staff, { submissionId: submission.id, act: 'publish', mark: markOf(submission), at, second })
  })
}
