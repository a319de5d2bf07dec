/** A square, a stop (`place` is its slug) or a whole area (`areaCode`), and in words what it is. */
export type ToldPlace = { name: string; what: string; place: string; areaCode: string }

/** What a search found, and in words how much. */
export type PlaceResults = { told: string; results: ToldPlace[] }

/** What was chosen last, and in which way; of lat and lon, place and areaCode one is filled in. */
export type Choice = {
  by: 'search' | 'phone' | 'map' | 'list' | undefined
  lat: string
  lon: string
  place: string
  areaCode: string
  /** What it is called and what it is; empty where the list shows it. */
  name: string
  what: string
}

export const noChoice: Choice = { by: undefined, lat: '', lon: '', place: '', areaCode: '', name: '', what: '' }

/** The choice that the fields of the form hold; a point counts first, then a square or stop, then a whole area. */
export function choiceFrom({ lat = '', lon = '', place = '', areaCode = '' }: Record<string, string>): Choice {
  if (lat && lon) return { ...noChoice, by: 'map', lat, lon }
  if (place) return { ...noChoice, by: 'list', place }
  return areaCode ? { ...noChoice, by: 'list', areaCode } : noChoice
}

/** The point of a choice in degrees, when it is one. */
export function pointOf({ lat, lon }: Choice): { lat: number; lon: number } | undefined {
  const point = { lat: Number(lat), lon: Number(lon) }
  return lat && lon && Number.isFinite(point.lat) && Number.isFinite(point.lon) ? point : undefined
}
