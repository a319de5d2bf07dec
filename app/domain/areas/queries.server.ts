import { asc, eq } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'
import { askedOnce } from '#db/once.server.ts'
import { areas, everydayNames, mapLines, places, workingAreaAreas, workingAreas } from '#db/schema/areas.ts'

// Only an import changes what is asked for once here.

/** All areas with outlines, by name. */
export const districtAreas = askedOnce('district areas', () =>
  as(everyone, (tx) => tx.select().from(areas).orderBy(asc(areas.name))),
)

/** One area by its address. */
export async function findArea(slug: string) {
  const [area] = await as(everyone, (tx) => tx.select().from(areas).where(eq(areas.slug, slug)))
  return area
}

/** The gazetteer, squares before stops, by name. */
export const allPlaces = askedOnce('places', () =>
  as(everyone, (tx) => tx.select().from(places).orderBy(asc(places.kind), asc(places.name))),
)

/** What people call parts of the district, with the areas they lie in. */
export const allEverydayNames = askedOnce('everyday names', () =>
  as(everyone, (tx) => tx.select().from(everydayNames).orderBy(asc(everydayNames.name))),
)

/** Tram corridors and water for the built-in map. */
export const allMapLines = () =>
  as(everyone, (tx) => tx.select({ name: mapLines.name, kind: mapLines.kind, line: mapLines.line }).from(mapLines))

/** The city's nine working areas with the codes of the areas in each. */
export const allWorkingAreas = askedOnce('working areas', async () => {
  const rows = await as(everyone, (tx) =>
    tx
      .select({ slug: workingAreas.slug, name: workingAreas.name, areaCode: workingAreaAreas.areaCode })
      .from(workingAreas)
      .leftJoin(workingAreaAreas, eq(workingAreaAreas.workingArea, workingAreas.slug))
      .orderBy(asc(workingAreas.name)),
  )
  return [...Map.groupBy(rows, (row) => row.slug).values()].map((group) => ({
    slug: group[0]!.slug,
    name: group[0]!.name,
    areaCodes: group.flatMap((row) => row.areaCode ?? []),
  }))
})
