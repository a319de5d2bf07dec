import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import { keptSince } from '../records/retention.ts'

/**
 * Erases drafts of answers to many that nobody has gone on with for 60 days, in the worker's transaction. Every other
 * draft goes with its case.
 */
export async function eraseManyDrafts(tx: Tx, now: Date): Promise<void> {
  await tx.delete(drafts).where(and(eq(drafts.form, 'answer-many'), lt(drafts.savedAt, keptSince('manyDrafts', now))))
}
