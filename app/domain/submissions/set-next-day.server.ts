import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { notes, submissions, type StatedDay, type Status } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { keepDue } from './keep-due.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import type { Day } from './working-days.server.ts'

/** Where a next step is promised, or a day on which it comes back. */
const promising: readonly Status[] = ['screening', 'in_progress', 'waiting_for_resident']

/** True where staff can state the day of the next step. */
export const statesNextDay = (status: Status): boolean => promising.includes(status)

/** True where somebody outside can be waited for until that day. */
export const canWaitOutside = (status: Status): boolean => status === 'in_progress'

type Next = { on: Day; why: string; outside: boolean; seen: string }

/**
 * States by which day the resident hears of the next step, in place of the usual one, until a step is taken; of what
 * waits for her, the day on which it comes back. `outside` says that somebody else is waited for until then, which only
 * what is in progress can. Why is kept as an internal note. `seen` is when a day was last stated, as the page showed it.
 * Refuses when another has been stated since, and in a state where nothing is promised.
 */
export async function setNextDay(
  staff: Staff,
  ref: string,
  { on, why, outside, seen }: Next,
): Promise<Refused | { stated: Day }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const { id, status } = submission
    if (!statesNextDay(status) || (outside && !canWaitOutside(status))) return { refused: 'wrong-status' }
    if ((submission.stated?.at ?? '') !== seen) return { refused: 'changed-meanwhile' }

    const stated: StatedDay = { on, at: new Date().toISOString(), outside }
    await tx.update(submissions).set({ stated }).where(eq(submissions.id, id))
    await tx.insert(notes).values({ submissionId: id, organisation: staff.organisation, staffId: staff.id, body: why })
    const subject = `submission:${id}`
    await audit(tx, { event: 'next-day-stated', subject, staffId: staff.id, details: { on } })
    await keepDue(tx, id)
    return { stated: on }
  })
}
