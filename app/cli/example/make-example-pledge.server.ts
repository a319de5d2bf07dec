import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { commitments, entries } from '#db/schema/commitments.ts'
import { entries as reported, pledge } from '#db/seeds/example/pledge.ts'
import { seedPledge } from '#db/seeds/seed-reference.server.ts'
import { addEntry } from '#app/domain/commitments/add-entry.server.ts'
import { inGroups } from './in-groups.ts'

/** Makes the current pledge of the example and what its owners have reported, each on the day after it happened. */
export async function makeExamplePledge(): Promise<void> {
  const rows = await as({ as: 'seed' }, async (tx) => {
    await seedPledge(tx, pledge, { state: 'published', example: true })
    return tx.select({ id: commitments.id, slug: commitments.slug }).from(commitments)
  })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  await inGroups(reported, async ({ commitment, areaCode = null, note = '', ...entry }) => {
    const commitmentId = ids.get(commitment)!
    const added = await addEntry(null, { ...entry, commitmentId, areaCode, note, staffId: null, example: true })
    if ('refused' in added) throw new Error(`an example entry was refused: ${added.refused}`)
  })
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(entries)
      .set({ reportedAt: sql`least(now(), ${entries.on} + interval '1 day 10 hours')` })
      .where(eq(entries.example, true)),
  )
}
