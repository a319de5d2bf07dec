import { cellToCenterChild, cellToLatLng, cellToParent, getResolution, latLngToCell } from 'h3-js'
import type { Category } from '#db/schema/submissions.ts'
import { areaOfPoint } from '../areas/locate.server.ts'
import { districtAreas } from '../areas/queries.server.ts'
import { categoryRules } from './categories.ts'

/** H3 resolution 10: a hexagon about 130 m across. Each step down is about 2.6 times wider. */
const usualResolution = 10

/** H3 resolution 8, about 900 m across. */
export const vicinityResolution = 8

/** The wide hexagon that the centre of a public place lies in. */
export const vicinityOf = (cell: string): string => latLngToCell(...cellToLatLng(cell), vicinityResolution)

/** H3 resolutions: by these maps gather what is near, so that they draw no more marks than there is room for. */
const [blockResolution, quarterResolution, wardResolution] = [9, 8, 7]

/** The block a public place lies in; of one that is wider, the block in its middle. */
export const blockOf = (cell: string): string =>
  getResolution(cell) < blockResolution ? cellToCenterChild(cell, blockResolution) : cellToParent(cell, blockResolution)

/** What a submission has whose public place is taken away. */
export const noPublicPlace = {
  cell: null,
  block: null,
  quarter: null,
  ward: null,
  publicAreaCode: null,
  vicinity: null,
}

type Placed = { category: Category; areaCode: string; lat: number | null; lon: number | null }

/**
 * The place that the public may know of a submission: a hexagon (H3 index) and the area that its centre lies in. A
 * sensitive category, a sparse area and a submission about a whole area each make the hexagon one step wider. A whole
 * area stays that area; so does one whose hexagon has its centre outside the district.
 */
export async function publicPlace(submission: Placed): Promise<Record<keyof typeof noPublicPlace, string>> {
  const area = (await districtAreas()).find((one) => one.code === submission.areaCode)
  if (!area) throw new Error('a submission lies in no known area')
  const wholeArea = submission.lat === null || submission.lon === null
  const coarser = [categoryRules[submission.category].sensitive, area.sparse, wholeArea].filter(Boolean).length
  const [lat, lon] = wholeArea ? [area.lat, area.lon] : [submission.lat!, submission.lon!]
  const cell = latLngToCell(lat, lon, usualResolution - coarser)
  const centred = wholeArea ? undefined : await areaOfPoint(...cellToLatLng(cell))
  const block = blockOf(cell)
  const quarter = cellToParent(block, quarterResolution)
  const ward = cellToParent(quarter, wardResolution)
  return { cell, block, quarter, ward, publicAreaCode: centred ?? area.code, vicinity: vicinityOf(cell) }
}
