import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { messages } from '#db/schema/submissions.ts'
import type { Written } from './clocks.server.ts'

/**
 * Who wrote when in a submission, and in each of those that were merged into it, oldest first; also in those that the
 * viewer does not reach. Nothing of one that she has neither sent in nor received.
 */
export async function writtenInCase(tx: Tx, id: string): Promise<{ thread: Written[]; mergedThreads: Written[][] }> {
  const rows = await tx
    .select({
      thread: sql<number>`thread`,
      sender: sql<Written['sender']>`sender`,
      sentAt: sql<Date>`sent_at`.mapWith(messages.sentAt),
    })
    .from(sql`written_in_case(${id})`)
  const threads = Map.groupBy(rows, ({ thread }) => thread)
  const thread = threads.get(0) ?? []
  threads.delete(0)
  return { thread, mergedThreads: [...threads.values()] }
}
