import { categories } from '#db/schema/submissions.ts'
import { similar } from '#app/domain/submissions/similar.server.ts'
import { benchPlaces, chance } from './bench-places.ts'
import { details, matters, whereabouts } from './bench-texts.ts'

const queries = 200
const warmUp = 20

type Timed = { queries: number; p50: number; p95: number; p99: number; most: number; withMatch: number }

/** How long it takes to find what is known already: 200 texts at as many places, one after the other, in milliseconds. */
export async function measureSimilar(): Promise<Timed> {
  const random = chance(11)
  const oneOf = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)]!
  const places = (await benchPlaces(queries + warmUp)).reverse()
  const times: number[] = []
  let withMatch = 0
  for (const [i, { area, lat, lon }] of places.entries()) {
    const category = oneOf(categories)
    const body = `${oneOf(matters[category])} ${oneOf(whereabouts)} ${oneOf(details)}, kan ni komma och titta på det?`
    // Every tenth is about a whole area.
    const point = i % 10 === 0 ? { lat: null, lon: null } : { lat, lon }
    const start = performance.now()
    const found = await similar({ category, body, location: { areaCode: area, place: null, ...point } })
    if (i < warmUp) continue
    times.push(performance.now() - start)
    if (found.length > 0) withMatch++
  }
  times.sort((one, other) => one - other)
  const at = (share: number) =>
    Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2))
  return { queries, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1), withMatch }
}
