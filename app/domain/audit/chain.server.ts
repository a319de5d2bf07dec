import { createHash, timingSafeEqual } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { AuditChain } from '#db/schema/records.ts'
import { keyedHash } from '#app/sealing/keys.ts'

/** Each chain's table, and how its time is written where lines are hashed. */
const tables: Record<AuditChain, { name: SQL; when: SQL }> = {
  audit: {
    name: sql`audit_lines`,
    when: sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
  },
  tips: { name: sql`tip_audit_lines`, when: sql`day::text` },
}

export const tableOf = (chain: AuditChain): SQL => tables[chain].name

/** A line as it is hashed: every value as the database writes it, so that it reads the same ever after. */
export type Line = {
  id: string
  moment: string
  event: string
  staffId: string | null
  subject: string
  details: string
}
export type LinkedLine = Line & { position: string; hash: string }
export type Anchor = { day: string; position: number; hash: string }

/** What the first line of a chain follows. */
export const origin = { position: 0, hash: '' }

/** The lines of a chain that a condition leaves, in an order, at most so many. */
export async function linesOf<Found extends Line>(
  tx: Tx,
  chain: AuditChain,
  { where, order, limit }: { where: SQL; order: SQL; limit: number },
): Promise<Found[]> {
  const { name, when } = tables[chain]
  const rows = await tx.execute(sql`select id::text, ${when} as moment, event, staff_id as "staffId", subject,
    details::text as details, position::text as position, hash
    from ${name} as line where ${where} order by ${order} limit ${limit}`)
  return [...rows] as unknown as Found[]
}

/** SHA-256, in hexadecimal, over the hash of the line before, this line's place in the chain and all that it says. */
export function hashOfLine(before: string, position: number, line: Line): string {
  const { id, moment, event, staffId, subject, details } = line
  const said = JSON.stringify([before, position, id, moment, event, staffId, subject, details])
  return createHash('sha256').update(said).digest('hex')
}

/** The signature of an anchor: only who has the key can say where a chain ended on a day. */
export const signatureOf = (key: Uint8Array, chain: AuditChain, { day, position, hash }: Anchor): string =>
  keyedHash(key, `${chain} ${day} ${position} ${hash}`)

/** True when an anchor was signed with the key. */
export function isSigned(key: Uint8Array, chain: AuditChain, anchor: Anchor & { signature: string }): boolean {
  const [given, right] = [anchor.signature, signatureOf(key, chain, anchor)].map((text) => Buffer.from(text))
  return given!.length === right!.length && timingSafeEqual(given!, right!)
}
