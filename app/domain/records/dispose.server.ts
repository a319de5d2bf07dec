import { and, isNotNull, isNull, sql } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { disposalRules, disposals, type DisposalTarget } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'

/** How much goes in one transaction; the database itself gives no more at once. */
const atOnce = 500

/**
 * Disposes of what the approved rules say, as of a day, and writes the protocol: counts and registration numbers. The
 * database refuses it without a rule that has a decision and was approved.
 */
export async function dispose(now = new Date()): Promise<void> {
  const day = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
  const { id, target, decision } = disposalRules
  const rules = await as(worker, (tx) =>
    tx
      .select({ id, target, decision })
      .from(disposalRules)
      .where(and(isNotNull(disposalRules.approvedAt), isNull(disposalRules.endedAt))),
  )
  for (const rule of rules) {
    let gone: number
    do gone = await as(worker, (tx) => disposeOfSome(tx, rule, day))
    while (gone === atOnce)
  }
}

type Rule = { id: string; target: DisposalTarget; decision: string }

async function disposeOfSome(tx: Tx, { id, target, decision }: Rule, day: string): Promise<number> {
  const rows = await tx.execute(sql`select submission_id, registration_number from dispose_under(${id}, ${day})`)
  if (rows.length === 0) return 0
  const registrationNumbers = [...new Set(rows.map((row) => String(row.registration_number)))].sort()
  await tx.insert(disposals).values({ ruleId: id, disposedOn: day, count: rows.length, registrationNumbers })
  const event = target === 'cases' ? 'case-disposed' : 'photo-original-disposed'
  for (const row of rows)
    await audit(tx, { event, subject: `submission:${String(row.submission_id)}`, details: { rule: id, decision } })
  return rows.length
}
