import type { Status } from '#db/schema/submissions.ts'
import { nextStatuses, reasonedStatuses } from './statuses.ts'

/** Asking to have it opened again is the resident's; merging is a verb of its own. */
const notByHand: readonly Status[] = ['reopen_requested', 'merged']

/** The moves that staff may make by hand from a state. */
export const staffMoves = (from: Status): Status[] =>
  from === 'merged' ? [] : nextStatuses[from].filter((to) => !notByHand.includes(to))

/** True where a move ends it without an answer: that is told in public too. */
export const endsIt = (to: Status): boolean => (reasonedStatuses as readonly Status[]).includes(to)

/** True when the resident must be told why; also when she asked for it to be opened again, and it is closed. */
export const needsReason = (from: Status, to: Status): boolean =>
  endsIt(to) || (from === 'reopen_requested' && to === 'closed')

/** True when the resident reads why, if there is a reason. */
export const tellsReason = (to: Status): boolean => endsIt(to) || to === 'closed'
