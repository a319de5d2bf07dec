import { sql } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { auditAnchors, auditChains, type AuditChain } from '#db/schema/records.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { hashOfLine, linesOf, origin, signatureOf, tableOf, type Anchor, type LinkedLine } from './chain.server.ts'

/** How many lines are linked in one transaction. */
const atOnce = 500

const locks: Record<AuditChain, number> = { audit: 7046031, tips: 7046032 }

/**
 * Links every line that is not linked yet into its chain, in the order in which lines are found: one of a transaction
 * that ends later comes after, whatever its number. Of several workers one links; the others leave it to that one.
 */
export async function linkAuditLines(now = new Date()): Promise<void> {
  const key = await lastingKey('audit anchors')
  for (const chain of auditChains) {
    let linked: number
    do linked = await linkSome(chain, key, now)
    while (linked === atOnce)
  }
}

function linkSome(chain: AuditChain, key: Uint8Array, now: Date): Promise<number> {
  return as(worker, async (tx) => {
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(${locks[chain]}) as free`)
    if (!lock?.free) return 0
    const waiting = { where: sql`position is null`, order: sql`line.id`, limit: atOnce }
    const lines = await linesOf(tx, chain, waiting)
    if (lines.length === 0) return 0

    let last = await endOf(tx, chain)
    const links = lines.map((line) => {
      const position = last.position + 1
      last = { position, hash: hashOfLine(last.hash, position, line) }
      return { id: line.id, ...last }
    })
    await tx.execute(sql`update ${tableOf(chain)} as line set position = link.position, hash = link.hash
      from jsonb_to_recordset(${JSON.stringify(links)}::text::jsonb) as link (id bigint, position bigint, hash text)
      where line.id = link.id`)
    await keepAnchor(tx, chain, { key, anchor: { day: now.toISOString().slice(0, 10), ...last } })
    return lines.length
  })
}

async function endOf(tx: Tx, chain: AuditChain): Promise<{ position: number; hash: string }> {
  const linked = { where: sql`position is not null`, order: sql`line.position desc`, limit: 1 }
  const [last] = await linesOf<LinkedLine>(tx, chain, linked)
  return last ? { position: Number(last.position), hash: last.hash } : origin
}

/** Says, signed, where the chain ends today. What was said before and holds no more stays, as evidence. */
async function keepAnchor(tx: Tx, chain: AuditChain, { key, anchor }: { key: Uint8Array; anchor: Anchor }) {
  const signature = signatureOf(key, chain, anchor)
  const { position, hash } = anchor
  const holds = sql`exists (select from ${tableOf(chain)} as line
    where line.position = ${auditAnchors.position} and line.hash = ${auditAnchors.hash})`
  await tx
    .insert(auditAnchors)
    .values({ chain, ...anchor, signature })
    .onConflictDoUpdate({
      target: [auditAnchors.chain, auditAnchors.day],
      set: { position, hash, signature },
      setWhere: holds,
    })
}
