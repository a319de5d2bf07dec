import { createHash } from 'node:crypto'
import { as } from '#db/client.server.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readReceived } from '../submissions/lock-for-staff.server.ts'

type Given = { file: string; masked: number; words: number; photos: number }

/**
 * Writes down that a case was given out: by whom, how much was masked, and the SHA-256 of the file that was. To be called
 * before the file leaves. Refuses a case that she does not see or that another authority has.
 */
export async function disclose(staff: Staff, ref: string, given: Given): Promise<Refused | { digest: string }> {
  assertMay(staff, 'disclose')
  const { file, ...counts } = given
  const digest = createHash('sha256').update(file).digest('hex')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const details = { digest, ...counts }
    await audit(tx, { event: 'case-disclosed', subject: `submission:${submission.id}`, staffId: staff.id, details })
    return { digest }
  })
}
