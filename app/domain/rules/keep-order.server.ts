import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import type { Rule } from './rules-of.server.ts'

/** Writes down in which order the rules are tried. */
export async function keepOrder(tx: Tx, rules: readonly Rule[]): Promise<void> {
  for (const [position, { id }] of rules.entries())
    await tx.update(routingRules).set({ position }).where(eq(routingRules.id, id))
}
