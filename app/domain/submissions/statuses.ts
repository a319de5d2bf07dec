import type { Status } from '#db/schema/submissions.ts'

/** The states in which somebody still works on a submission. */
export const openStatuses = [
  'received',
  'screening',
  'in_progress',
  'waiting_for_resident',
  'reopen_requested',
] as const satisfies readonly Status[]

/** The states in which an answer is given for the first time. */
export const answerableStatuses = ['in_progress', 'waiting_for_resident'] as const satisfies readonly Status[]

/** True where an answer can be given for the first time. */
export const isAnswerable = (status: Status): boolean => (answerableStatuses as readonly Status[]).includes(status)

const asideStatuses = ['redirected', 'merged', 'not_pursued'] as const satisfies readonly Status[]

/**
 * The status machine: which moves are legal. The table legal_moves holds the same pairs and a trigger refuses
 * any other. From `merged` only the undoing of the merge leads back to where the submission was.
 */
export const nextStatuses: Record<Status, readonly Status[]> = {
  received: ['screening', ...asideStatuses],
  screening: ['in_progress', ...asideStatuses],
  in_progress: ['waiting_for_resident', 'answered', ...asideStatuses],
  waiting_for_resident: ['in_progress', 'answered', ...asideStatuses],
  answered: ['closed', 'reopen_requested'],
  closed: ['in_progress', 'reopen_requested'],
  reopen_requested: ['in_progress', 'closed', ...asideStatuses],
  redirected: ['in_progress'],
  merged: [...openStatuses],
  not_pursued: ['in_progress'],
}

/** Ends without an answer: they must be explained to the resident. */
export const reasonedStatuses = ['redirected', 'not_pursued'] as const satisfies readonly Status[]

/** True where somebody still works on it. */
export const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status)

/** True where a submission can be merged into another. */
export const mergeable = (status: Status): boolean => nextStatuses[status].includes('merged')

/** True where others can be merged into it: somebody works on it, or it is answered. */
export const takesInMerged = (status: Status): boolean =>
  mergeable(status) || status === 'answered' || status === 'closed'

/** An answered submission closes by itself after so many days. */
export const daysUntilClosed = 60
