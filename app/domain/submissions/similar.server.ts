import { eq, inArray, sql } from 'drizzle-orm'
import { as, everyone, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import type { Translated } from '#db/schema/shared.ts'
import { submissions } from '#db/schema/submissions.ts'
import { districtAreas } from '../areas/queries.server.ts'
import { nearbyTexts, type NearbyText, type Sought } from './nearby-texts.server.ts'

/** How many are shown at most. */
const most = 3
/** Below this, of 1, two are not about the same thing. */
const leastLikeness = 0.35
/** How much the words count, and how much the distance. */
const shares = { words: 0.7, nearness: 0.3 } as const
/** What stands in for the likeness of two texts in different languages: then those that are near are shown. */
const unknownLikeness = 0.3

/**
 * What is published and open already, near the place, of the same category and much like the text; most like first, at
 * most three. It is all read as everybody may read it; distances are to the centre of the public hexagon.
 */
export async function similar(sought: Sought) {
  // Read before the transaction, so that it holds one connection and not two.
  await districtAreas()
  return as(everyone, async (tx) => {
    const likest = (await nearbyTexts(tx, sought))
      .map((text) => ({ id: text.id, likeness: likenessOf(text) }))
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, most)
    const told = await publicFacts(
      tx,
      likest.map(({ id }) => id),
    )
    return likest.flatMap(({ id }) => told.find((one) => one.id === id) ?? [])
  })
}

/** From 0 to 1. */
const likenessOf = ({ nearness, words = unknownLikeness }: NearbyText): number =>
  shares.words * words + shares.nearness * nearness

/** What everybody may read of some submissions. */
async function publicFacts(tx: Tx, ids: string[]) {
  if (ids.length === 0) return []
  const { id, ref, category, status, publicTitle, publicBody, publishedAt, example } = submissions
  return tx
    .select({
      ...{ id, ref, category, status, example },
      title: sql<Translated>`${publicTitle}`,
      body: sql<Translated>`${publicBody}`,
      area: areas.name,
      publishedOn: sql<string>`to_char(${publishedAt} at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`,
    })
    .from(submissions)
    .innerJoin(areas, eq(areas.code, submissions.publicAreaCode))
    .where(inArray(id, ids))
}
