import type { Submission } from '#db/seeds/types.ts'
import type { Status } from '#db/schema/submissions.ts'
import { daysUntilClosed } from '#app/domain/submissions/statuses.ts'
import { momentAgo } from './days.ts'

/** When everything about one submission of the example happened. */
export type Timeline = {
  createdAt: Date
  /** When it came to each state, in order. */
  reached: { status: Status; at: Date }[]
  /** One moment for each message of the thread. */
  messages: Date[]
  notedAt: Date
  publishedAt: Date
  answeredAt: Date
}

const clock = (hours: number, minutes = 0) => hours * 60 + minutes

/** Spreads a submission over the days that the example gives; `index` varies the time of day. */
export function timelineOf(example: Submission, index: number, now = new Date()): Timeline {
  const { status, daysAgo, thread = [], published, response } = example
  const arrived = clock(8) + ((index * 37) % 480)
  const at = (days: number, minutes: number) =>
    momentAgo(Math.max(0, days), days <= 0 ? Math.min(minutes, 5) : minutes, now)
  const started = Math.max(daysAgo - 1, thread[0]?.daysAgo ?? 0, published?.daysAgo ?? 0)
  const lastSaid = thread.at(-1)?.daysAgo ?? daysAgo
  const answered = response?.daysAgo ?? lastSaid
  const moments: Record<Status, Date> = {
    received: at(daysAgo, arrived),
    screening: at(daysAgo, arrived + 25),
    in_progress: at(started, started === daysAgo ? arrived + 60 : clock(8, 40)),
    waiting_for_resident: at(lastSaid, clock(10, 30 + thread.length * 20)),
    answered: at(answered, clock(14, 10)),
    closed: at(answered - daysUntilClosed, clock(3, 10)),
    reopen_requested: at(lastSaid, clock(10, thread.length * 20)),
    redirected: at(lastSaid - 1, clock(11)),
    merged: at(lastSaid - 1, clock(11)),
    not_pursued: at(lastSaid - 1, clock(11)),
  }
  return {
    createdAt: moments.received,
    reached: ways[status].map((reached) => ({ status: reached, at: moments[reached] })),
    messages: thread.map((message, order) => at(message.daysAgo, clock(10, order * 20))),
    notedAt: at(started, clock(9, 20)),
    publishedAt: at(published?.daysAgo ?? 0, clock(15)),
    answeredAt: moments.answered,
  }
}

/** The way of an example to each state. */
const ways: Record<Status, Status[]> = {
  received: [],
  screening: ['screening'],
  in_progress: ['screening', 'in_progress'],
  waiting_for_resident: ['screening', 'in_progress', 'waiting_for_resident'],
  answered: ['screening', 'in_progress', 'answered'],
  closed: ['screening', 'in_progress', 'answered', 'closed'],
  reopen_requested: ['screening', 'in_progress', 'answered', 'reopen_requested'],
  redirected: ['screening', 'redirected'],
  merged: ['screening', 'merged'],
  not_pursued: ['screening', 'not_pursued'],
}
