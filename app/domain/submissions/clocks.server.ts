import type { Authority } from '#db/schema/staff.ts'
import type { Category, StatedDay, Status } from '#db/schema/submissions.ts'
import { stepsWithin } from './steps-within.ts'
import { dayOf, daysAfter, daysBetween, workingDayFrom, workingDaysAfter, type Day } from './working-days.server.ts'

/** Within how many days each authority promises an answer; null where it promises no day. */
const answersWithin: Record<Authority, number | null> = { goteborg: 28, polisen: null }

/** Within how many working days staff decide, answer a resident who has written, and ask again for what they wait for. */
const within = { deciding: 5, replying: 3, waiting: 10 } as const

/** What runs in each state: until somebody has read it, until it is answered, nothing, or a clock that stands still. */
const runs: Record<Status, 'reading' | 'answer' | 'stands' | null> = {
  received: 'reading',
  screening: 'answer',
  in_progress: 'answer',
  waiting_for_resident: 'stands',
  answered: null,
  closed: null,
  reopen_requested: 'reading',
  redirected: null,
  merged: null,
  not_pursued: null,
}

/** True where there is a day by which somebody has to act: some clock runs, or it comes back from waiting. */
export const hasDay = (status: Status): boolean => runs[status] !== null

type Clocked = {
  receivingAuthority: Authority
  category: Category
  status: Status
  createdAt: Date
  /** A last day for the answer that a rule has set; no promise to the resident. */
  deadlineOn?: Day | null
  /** The day of the next step that staff have stated. */
  stated?: StatedDay | null
  /** Every move, oldest first. */
  moves: { toStatus: Status; movedAt: Date }[]
  /** What resident and staff have written to each other, oldest first; without it no step is told. */
  thread?: Written[]
  /** The same of each submission that was merged into it; for who asks by when staff take the next step. */
  mergedThreads?: Written[][]
}

/** That something was written, by which side and when. */
export type Written = { sender: 'resident' | 'staff'; sentAt: Date }

/** The last day for something that is promised, and whether that day has passed. */
export type Deadline = { by: Day; late: boolean }
export type Clocks = {
  /** When somebody has read it. */
  reading?: Deadline
  answer?: Deadline | 'no-day' | 'stands'
  /** When staff do the next thing; only where the thread was given. `outside`: they wait for somebody else until then. */
  step?: Deadline & { outside: boolean }
  /** When staff write again to a resident for whom they wait. */
  back?: Deadline
}

/**
 * What is promised of a submission that is worked on: when it is read (the working day after it came), and when it is
 * answered, by the clock of the authority that has it. The time it waited for the resident is added; a last day that is
 * free moves to the next working day. Asked to look again, the clocks begin anew. A merge that was undone counts for
 * nothing. And by when staff take the next step: what they have stated, or what is usual; also when they wait for her.
 */
export function clocksOf(moved: Clocked, now: Date): Clocks {
  const submission = { ...moved, moves: withoutMerges(moved.moves) }
  const running = runs[submission.status]
  if (running === null) return {}
  const deadline = (by: Day): Deadline => ({ by, late: dayOf(now) > by })
  if (running === 'stands') return { answer: 'stands', back: deadline(backBy(submission)) }
  const begins = beginning(submission)
  const answer = answerDay(submission, begins)
  const step = stepBy(submission)
  return {
    ...(running === 'reading' && { reading: deadline(readBy(begins)) }),
    answer: answer === undefined ? 'no-day' : deadline(answer),
    ...(step && { step: { ...deadline(step.by), outside: step.outside } }),
  }
}

/** Without each merge and the move that undid it: a case stands again where and since when it stood. */
const withoutMerges = (moves: Clocked['moves']): Clocked['moves'] =>
  moves.filter(({ toStatus }, index) => toStatus !== 'merged' && moves[index - 1]?.toStatus !== 'merged')

/** The nearest of the days by which something has to be done; undefined where nothing runs. */
export function nearestOf({ reading, answer, step, back }: Clocks): Day | undefined {
  const days = [reading, answer, step, back].flatMap((clock) => (typeof clock === 'object' ? [clock.by] : []))
  return days.sort()[0]
}

/** The day by which what came at a moment has been read: the next working day. */
export const readBy = (received: Date): Day => workingDayFrom(daysAfter(dayOf(received), 1))

/** The day by which it is answered: so many days later, or the working day that comes then. */
export const answerBy = (received: Date, days: number): Day => workingDayFrom(daysAfter(dayOf(received), days))

/** By when it is answered: as the authority promises, or as a rule has set of what came in, whichever comes first. */
function answerDay(submission: Clocked, begins: Date): Day | undefined {
  const { receivingAuthority, createdAt, deadlineOn } = submission
  const [days, waited] = [answersWithin[receivingAuthority], daysWaited(submission, begins)]
  return [
    ...(days === null ? [] : [answerBy(begins, days + waited)]),
    ...(deadlineOn && begins === createdAt ? [workingDayFrom(daysAfter(deadlineOn, waited))] : []),
  ].sort()[0]
}

/** When the clocks began: when it came, or when the case was last opened again. */
function beginning({ createdAt, moves }: Clocked): Date {
  const opened = moves.filter(
    ({ toStatus }, index) =>
      toStatus === 'reopen_requested' || (toStatus === 'in_progress' && moves[index - 1]?.toStatus === 'closed'),
  )
  return opened.at(-1)?.movedAt ?? createdAt
}

/** How many days it has waited for the resident since the clocks began; a day that has begun counts. */
function daysWaited({ moves }: Clocked, begins: Date): number {
  return moves.reduce((days, { toStatus, movedAt }, index) => {
    const ended = moves[index + 1]
    if (toStatus !== 'waiting_for_resident' || movedAt < begins || !ended) return days
    return days + daysBetween(dayOf(movedAt), dayOf(ended.movedAt))
  }, 0)
}

/** By when staff write again to a resident for whom they have waited. */
function backBy({ createdAt, moves, stated }: Clocked): Day {
  const since = moves.at(-1)?.movedAt ?? createdAt
  return statedSince(stated, since)?.on ?? workingDaysAfter(dayOf(since), within.waiting)
}

/**
 * By when staff do the next thing with what they have read: decide whether it can be worked on; then answer what the
 * resident wrote last, or one whose submission was merged into it, or take any step, which a move and a message both are.
 * A day that was stated since then takes the place of the usual one, but she who has written is not kept waiting by it.
 */
function stepBy({ status, category, createdAt, moves, thread, mergedThreads = [], stated }: Clocked) {
  if (!thread || (status !== 'screening' && status !== 'in_progress')) return undefined
  const moved = moves.at(-1)?.movedAt ?? createdAt
  const threads = [thread, ...mergedThreads]
  const acted = threads.map(lastReply).reduce(later, moved)
  const own = statedSince(stated, acted)
  const usual = status === 'screening' ? within.deciding : stepsWithin[category]
  const from = status === 'screening' ? moved : acted
  const step = own ? { by: own.on, outside: own.outside } : { by: workingDaysAfter(dayOf(from), usual), outside: false }
  if (status === 'screening') return step
  const [unanswered] = threads.flatMap(firstUnanswered).sort((one, other) => one.getTime() - other.getTime())
  if (!unanswered) return step
  const replying = workingDaysAfter(dayOf(later(moved, unanswered)), within.replying)
  return replying < step.by ? { by: replying, outside: false } : step
}

const lastReply = (thread: Written[]): Date | undefined => thread.findLast(({ sender }) => sender === 'staff')?.sentAt

/** When the first message was written that nobody has replied to, if there is one. */
function firstUnanswered(thread: Written[]): Date[] {
  const replied = lastReply(thread)
  const found = thread.find(({ sender, sentAt }) => sender === 'resident' && (!replied || sentAt > replied))
  return found ? [found.sentAt] : []
}

/** The day that was stated, unless something was done after that. */
const statedSince = (stated: StatedDay | null | undefined, acted: Date): StatedDay | undefined =>
  stated && new Date(stated.at) >= acted ? stated : undefined

const later = (one: Date, other: Date | undefined): Date => (other && other > one ? other : one)
