import { askedOnce } from '#db/once.server.ts'
import { everyone } from '#db/client.server.ts'
import { allEverydayNames, allPlaces, allWorkingAreas, districtAreas } from '../areas/queries.server.ts'
import { allOrganisations } from '../staff/queries.server.ts'

/** The names of the portal's own gazetteer and of those who take part, in lower case: none of them is a person's. */
export const namesOfPlaces = askedOnce('names that are no person', async (): Promise<ReadonlySet<string>> => {
  const [areas, places, everyday, working, organisations] = await Promise.all([
    districtAreas(),
    allPlaces(),
    allEverydayNames(),
    allWorkingAreas(),
    allOrganisations(everyone),
  ])
  const names = [
    ...areas.flatMap(({ name, districtName }) => [name, districtName]),
    ...places.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...[...everyday, ...working, ...organisations].map(({ name }) => name),
  ]
  return new Set(names.map((name) => name.toLowerCase()))
})
