import type { dialogueStates } from '#db/schema/dialogues.ts'

/** Where a dialogue stands towards a person who wants to come. */
export const stages = ['not-open', 'open', 'full', 'closed', 'postponed', 'cancelled', 'held'] as const
export type Stage = (typeof stages)[number]

export type Seats = {
  /** Null where no seat is short. */
  capacity: number | null
  seatsTaken: number
  /** How many parties are in the waiting list. */
  waiting: number
}
export type Standing = Seats & {
  state: (typeof dialogueStates)[number]
  signUpClosesAt: Date
  endsAt: Date
}

/** Seats that nobody has; null where no seat is short. */
export const seatsLeft = ({ capacity, seatsTaken }: Seats): number | null =>
  capacity === null ? null : Math.max(0, capacity - seatsTaken)

/**
 * Where a dialogue stands at a moment. It is full when no seat is left, and as long as a party waits: a seat that is
 * free then belongs to the first in the waiting list.
 */
export function stageOf(dialogue: Standing, now: Date): Stage {
  if (dialogue.state === 'cancelled' || dialogue.state === 'postponed') return dialogue.state
  if (dialogue.state === 'held' || dialogue.endsAt <= now) return 'held'
  if (dialogue.state === 'scheduled') return 'not-open'
  if (dialogue.signUpClosesAt <= now) return 'closed'
  return seatsLeft(dialogue) === 0 || dialogue.waiting > 0 ? 'full' : 'open'
}

/** True while a person may sign up, be it for the waiting list. */
export const takesSignUps = (stage: Stage): boolean => stage === 'open' || stage === 'full'

/** True while a booking may be changed: until the dialogue begins, unless it is cancelled. */
export const takesChanges = ({ stage, startsAt }: { stage: Stage; startsAt: Date }, now: Date): boolean =>
  stage !== 'cancelled' && stage !== 'held' && now < startsAt

/** The largest party that a dialogue takes. */
export const largestParty = ({ maxPartySize, capacity }: { maxPartySize: number; capacity: number | null }): number =>
  Math.max(1, Math.min(maxPartySize, capacity ?? maxPartySize))
