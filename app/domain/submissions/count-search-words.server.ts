import { max, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { submissions } from '#db/schema/submissions.ts'

/** Counting may take this share of the time at most. */
const share = 0.02

/**
 * Counts which words the cases hold, so that a search finds what was misspelt: when something has come since the last
 * time, and less often the longer it takes.
 */
export async function countSearchWords(now = Date.now()): Promise<void> {
  const kept = once<{ newest?: number; notBefore: number }>('search words', () => ({ notBefore: 0 }))
  if (now < kept.notBefore) return
  await as(worker, async (tx) => {
    const [row] = await tx.select({ newest: max(submissions.createdAt) }).from(submissions)
    const newest = row?.newest?.getTime() ?? 0
    if (newest === kept.newest) return
    const start = performance.now()
    await tx.execute(sql`select count_search_words_anew()`)
    kept.newest = newest
    kept.notBefore = now + (performance.now() - start) / share
  })
}
