import type { Status } from '#db/schema/submissions.ts'
import { nextStatuses, reasonedStatuses } from './statuses.ts'

/** Asking to have it opened again is the resident's; merging is a verb of its own. */
const notByHand: readonly Status[] = ['reopen_requested', 'merged']

/** The moves that staff may make by hand from a state. */
export const staffMoves = (from: Status): Status[] =>
  from === 'merged' ? [] : nextStatuses[from].filter((to) => !notByHand.includes(to))

/** True when the resident must be told why. */
export const needsReason = (to: Status): boolean => (reasonedStatuses as readonly Status[]).includes(to)
