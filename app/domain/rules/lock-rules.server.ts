import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import { rulesOf } from './rules-of.server.ts'

/** The rules of an authority in their order. Nobody else changes any of them until the transaction ends. */
export async function lockRules(tx: Tx, authority: Authority) {
  // An authority without rules has no row to lock.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rules of ${authority}`}, 0))`)
  return rulesOf(tx, authority)
}
