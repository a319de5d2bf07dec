import { and, eq, isNull, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { registers } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Authority } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'

const prefixes: Record<Authority, string> = { polisen: 'POL', goteborg: 'GBG' }

/**
 * Gives a submission the next number of its authority's register (GBG-2026-000123), once. The number is taken and
 * used in one transaction, so the series has no gap.
 */
export async function registerSubmission(submissionId: string, now = new Date()): Promise<void> {
  await as(worker, async (tx) => {
    const [submission] = await tx
      .select({ authority: submissions.receivingAuthority })
      .from(submissions)
      .where(and(eq(submissions.id, submissionId), isNull(submissions.registrationNumber)))
      .for('update')
    if (!submission) return
    const { authority } = submission
    const year = Number(now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric' }))
    const [next] = await tx
      .insert(registers)
      .values({ authority, year, lastNumber: 1 })
      .onConflictDoUpdate({
        target: [registers.authority, registers.year],
        set: { lastNumber: sql`${registers.lastNumber} + 1` },
      })
      .returning({ number: registers.lastNumber })
    const registrationNumber = `${prefixes[authority]}-${year}-${String(next!.number).padStart(6, '0')}`
    await tx.update(submissions).set({ registrationNumber }).where(eq(submissions.id, submissionId))
    await audit(tx, { event: 'submission-registered', subject: `submission:${submissionId}` })
  })
}
