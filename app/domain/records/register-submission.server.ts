import { and, asc, eq, isNull, lte, or, lt } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { registrations } from '#db/schema/records.ts'
import type { Authority } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { nextNumber } from './next-number.server.ts'

const { id, createdAt, receivingAuthority, registrationNumber } = submissions

/** How many are registered in one transaction. */
const atOnce = 200

/**
 * Gives a submission the next number of its authority's register (GBG-2026-000123), once; before it, those that the
 * authority has received earlier and that have none yet. So the numbers have no gap and follow the order in which
 * submissions came to be there, however many workers give them.
 */
export async function registerSubmission(submissionId: string, now = new Date()): Promise<void> {
  while (await registerSome(submissionId, now));
}

/** Gives the next ones their numbers; true when there may be more before the one that is asked for. */
function registerSome(submissionId: string, now: Date): Promise<boolean> {
  return as(worker, async (tx) => {
    const [asked] = await tx
      .select({ authority: receivingAuthority, createdAt })
      .from(submissions)
      .where(and(eq(id, submissionId), isNull(registrationNumber)))
    if (!asked) return false
    const upToIt = or(lt(createdAt, asked.createdAt), and(eq(createdAt, asked.createdAt), lte(id, submissionId)))
    const waiting = await tx
      .select({ id, authority: receivingAuthority })
      .from(submissions)
      .where(and(eq(receivingAuthority, asked.authority), isNull(registrationNumber), upToIt))
      .orderBy(asc(createdAt), asc(id))
      .limit(atOnce)
      .for('update')
    for (const submission of waiting) await give(tx, submission, now)
    return waiting.length === atOnce
  })
}

async function give(tx: Tx, submission: { id: string; authority: Authority }, now: Date): Promise<void> {
  const { authority } = submission
  const { year, number, text } = await nextNumber(tx, { authority, register: 'submissions' }, now)
  await tx.update(submissions).set({ registrationNumber: text }).where(eq(id, submission.id))
  const registeredOn = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
  await tx
    .insert(registrations)
    .values({ ...{ registrationNumber: text, authority, year, number, registeredOn }, submissionId: submission.id })
  await audit(tx, { event: 'submission-registered', subject: `submission:${submission.id}` })
}
