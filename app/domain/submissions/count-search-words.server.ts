import { max, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { auditLines } from '#db/schema/records.ts'

/** Counting may take this share of the time at most. */
const share = 0.02

/**
 * Counts which words the cases hold, so that a search finds what was misspelt: when something was done since the last
 * time, and less often the longer it takes. Each area, by each way of reading it, by itself: who takes a case away
 * waits for no more than that.
 */
export async function countSearchWords(now = Date.now()): Promise<void> {
  const kept = once<{ last?: number; notBefore: number }>('search words', () => ({ notBefore: 0 }))
  if (now < kept.notBefore) return
  const [row] = await as(worker, (tx) => tx.select({ last: max(auditLines.id) }).from(auditLines))
  const last = row?.last ?? 0
  if (last === kept.last) return
  const start = performance.now()
  const scopes = await as(worker, (tx) =>
    tx.execute<{ reader: string; area: string }>(sql`select reader, area_code as area from search_scopes()`),
  )
  for (const { reader, area } of scopes)
    await as(worker, (tx) => tx.execute(sql`select count_search_words(${reader}, ${area})`))
  kept.last = last
  kept.notBefore = now + (performance.now() - start) / share
}
