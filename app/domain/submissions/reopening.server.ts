import type { Kind, Status } from '#db/schema/submissions.ts'
import { dayOf, daysAfter, type Day } from './working-days.server.ts'

type Settled = { kind: Kind; status: Status; statusAt: Date }

/** For how many days after the answer, or after it was closed, a resident can ask that her case is opened again. */
const reopenableDays = 60

/** The last day on which a resident may ask that her case is opened again; undefined while it is not over, or never. */
export const reopenableUntil = ({ kind, status, statusAt }: Settled): Day | undefined =>
  kind !== 'tip' && (status === 'answered' || status === 'closed')
    ? daysAfter(dayOf(statusAt), reopenableDays)
    : undefined

/** True until that day has passed. */
export const isReopenable = (submission: Settled, now: Date): boolean =>
  dayOf(now) <= (reopenableUntil(submission) ?? '')
