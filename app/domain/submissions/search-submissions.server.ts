import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'

/** How many of the newest hits a search gives. */
export const mostHits = 500

/**
 * The ids of the newest submissions that hold what somebody typed, by the stems of Swedish and in spite of a letter that
 * went wrong; or the one that she names by its reference or number. Only what the viewer of the transaction reaches: of
 * a company the texts that were rewritten for it.
 */
export async function searchSubmissions(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select search_submissions(${typed}, ${mostHits}) as id`)
  return rows.map(({ id }) => id)
}
