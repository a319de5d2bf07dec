import { sql, type SQL } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import type { AuditChain } from '#db/schema/records.ts'
import { linkAuditLines } from '#app/domain/audit/link-audit-lines.server.ts'
import { verifyChain, type Verdict } from '#app/domain/audit/verify-chain.server.ts'
import { audit } from '#app/domain/audit.server.ts'

/** Lines of their own at the end of the chain, linked; gives their ids in order. */
export async function newLines(count: number): Promise<number[]> {
  const subject = `test:${crypto.randomUUID()}`
  for (let number = 1; number <= count; number++)
    await as({ as: 'worker' }, (tx) => audit(tx, { event: 'tried', subject, details: { number } }))
  await linkAuditLines()
  const rows = await as({ as: 'seed' }, (tx) =>
    tx.execute(sql`select id from audit_lines where subject = ${subject} order by position`),
  )
  return rows.map(({ id }) => Number(id))
}

/** What a thief of the database can do: anything, past every trigger. Ends with the transaction. */
export const asIntruder = (tx: Tx) => tx.execute(sql`set local session_replication_role = replica`)

/** What is found wrong once an intruder has done this, with an anchor from outside if given; all of it is undone again. */
export async function verdictAfter(
  chain: AuditChain,
  done: SQL[],
  kept?: { position: number; hash: string },
): Promise<Verdict> {
  let verdict: Verdict | undefined
  const undo = new Error('undone')
  await as({ as: 'seed' }, async (tx) => {
    await asIntruder(tx)
    for (const statement of done) await tx.execute(statement)
    verdict = await verifyChain(tx, chain, kept)
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return verdict!
}
