import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { moves, submissions, type OutsideAuthority, type Status } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { keepDue } from './keep-due.server.ts'

type Moved = { id: string; status: Status; screenedAt: Date | null }
type Move = { to: Status; reason?: string; outside?: OutsideAuthority; staffId?: string }

/** The states that a submission reaches only once somebody has read it and decided that it can be worked on. */
const screened: readonly Status[] = ['in_progress', 'waiting_for_resident', 'answered', 'closed', 'reopen_requested']

/** Writes a move that the caller has found legal: the row, the line of its history, by when to act next, and the audit line. */
export async function setStatus(tx: Tx, submission: Moved, { to, reason = '', outside, staffId }: Move): Promise<void> {
  const now = new Date()
  const first = submission.screenedAt === null && screened.includes(to) ? { screenedAt: now } : {}
  await tx
    .update(submissions)
    .set({ status: to, statusAt: now, ...first, ...heldNoMore(submission, to) })
    .where(eq(submissions.id, submission.id))
  const [submissionId, fromStatus] = [submission.id, submission.status]
  const told = { reason, outside: outside ?? null }
  await tx.insert(moves).values({ submissionId, fromStatus, toStatus: to, ...told, staffId: staffId ?? null })
  await keepDue(tx, submissionId)
  if ('screenedAt' in first) await tellWhereRouted(tx, submissionId)
  const line = { subject: `submission:${submission.id}`, ...(staffId ? { staffId } : {}) }
  if (to === 'redirected') return handedOver(tx, submission.id, line)
  await audit(tx, { event: 'submission-moved', ...line, details: { from: fromStatus, to } })
}

/** From now on those to whom it was routed before can read it. */
async function tellWhereRouted(tx: Tx, submissionId: string): Promise<void> {
  const { routedTo } = submissions
  const [row] = await tx.select({ routedTo }).from(submissions).where(eq(submissions.id, submissionId))
  for (const organisation of row?.routedTo ?? []) await enqueue(tx, 'tell-organisation', { submissionId, organisation })
}

/**
 * What is sent elsewhere is handed over. The line is the same, to the letter, as that of a case which was sealed as a tip
 * and so left this register (`forget_submission`): whoever reads the audit cannot tell which of the two it was.
 */
async function handedOver(tx: Tx, id: string, line: { subject: string; staffId?: string }): Promise<void> {
  const { registrationNumber } = submissions
  const [row] = await tx.select({ registrationNumber }).from(submissions).where(eq(submissions.id, id))
  const number = row?.registrationNumber
  await audit(tx, {
    event: 'submission-handed-over',
    ...line,
    ...(number ? { details: { registrationNumber: number } } : {}),
  })
}

/**
 * Who decides what becomes of a submission has looked closely: it is held no longer, and no spam once it goes on. A merge
 * decides nothing, so that it can be undone.
 */
function heldNoMore({ status, screenedAt }: Moved, to: Status): { heldFor?: []; spamAt?: null } {
  if (status === 'merged' || to === 'merged') return {}
  if (status === 'not_pursued') return { heldFor: [], spamAt: null }
  return screenedAt === null && to !== 'screening' ? { heldFor: [] } : {}
}
