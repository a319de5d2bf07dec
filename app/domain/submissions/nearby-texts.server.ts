import { cellToLatLng, getHexagonEdgeLengthAvg, getResolution, greatCircleDistance, UNITS } from 'h3-js'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { submissions, type Category } from '#db/schema/submissions.ts'
import type { Location } from '../areas/locate.server.ts'
import { categoryRules } from './categories.ts'
import { likenessOfPublic } from './likeness-of-public.server.ts'
import { openStatuses } from './statuses.ts'
import { vicinitiesOf } from './vicinities.server.ts'

/** What somebody is about to send. */
export type Sought = { category: Category; body: string; location: Location }

/** One that may be about the same thing. */
export type NearbyText = {
  id: string
  /** From 0 at the edge of where the category looks to 1 on the spot. */
  nearness: number
  /** How like the words are, from 0 to 1; undefined where the two are in different languages. */
  words: number | undefined
}

/** So many are looked at, and of those that are near so many are compared, the newest first. */
const looked = 2000
const compared = 150
/** What stands in for nearness where a whole area was chosen. */
const wholeArea = 0.5

const { id, cell, category, status, kind, vicinity, publicAreaCode, publishedAt } = submissions

/** The condition of the index `submissions_near`, word for word: with parameters in it the index would not be used. */
const open = sql.raw(`in (${openStatuses.map((one) => `'${one}'`).join(', ')})`)

/**
 * The newest open published submissions of the category within its radius, or in the whole area where no point was
 * given, each with the likeness of its words to those sought.
 */
export async function nearbyTexts(tx: Tx, sought: Sought): Promise<NearbyText[]> {
  const near = (await candidates(tx, sought))
    .map((row) => ({ id: row.id, nearness: nearnessOf(row.cell, sought) }))
    .filter(({ nearness }) => nearness > 0)
    .slice(0, compared)
  if (near.length === 0) return []
  const likenesses = await likenessOfPublic(
    tx,
    near.map((one) => one.id),
    sought.body,
  )
  return near.map((one) => ({ ...one, words: likenesses.get(one.id) }))
}

/** What is open, published and of the category in the neighbourhood or the area, the newest first. */
async function candidates(tx: Tx, { category: wanted, location }: Sought) {
  const { days, metres } = categoryRules[wanted].likeness
  const since = new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
  const around = sql.join(
    (await vicinitiesOf(location, metres)).map((one) => sql`${one}`),
    sql`, `,
  )
  const sameArea = location.lat === null ? sql`and ${publicAreaCode} = ${location.areaCode}` : sql``
  return tx.execute<{ id: string; cell: string }>(sql`
    select ${id}, ${cell} from ${submissions}
    where ${vicinity} in (${around}) and ${category} = ${wanted} and ${publishedAt} is not null
      and ${publishedAt} > ${since} and ${status} ${open} and ${kind} <> 'tip' ${sameArea}
    order by ${publishedAt} desc limit ${looked}`)
}

/** 0 from the edge of the category's radius on; a wide hexagon reaches as far as it is wide. */
function nearnessOf(of: string, { category: wanted, location: { lat, lon } }: Sought): number {
  if (lat === null || lon === null) return wholeArea
  const edge = getHexagonEdgeLengthAvg(getResolution(of), UNITS.m)
  const radius = Math.max(categoryRules[wanted].likeness.metres, edge)
  return Math.max(0, 1 - greatCircleDistance([lat, lon], cellToLatLng(of), UNITS.m) / radius)
}
