import MiniSearch from 'minisearch'
import { askedOnce } from '#db/once.server.ts'
import { plain } from '../plain.ts'
import { allEverydayNames, allPlaces, allWorkingAreas, districtAreas } from './queries.server.ts'

/** A square or stop (with its slug) or a whole area, and the area that it lies in or is. */
export type FoundPlace = {
  kind: 'square' | 'stop' | 'area'
  name: string
  area: { code: string; name: string }
  /** Slug of a square or stop. */
  place: string | undefined
  /** The name that it was found by, where that is another than its own. */
  alsoCalled: string | undefined
}

type Target = Omit<FoundPlace, 'alsoCalled'>
/** One name of one target; `words` and `whole` are how it is found. */
type Entry = { id: number; name: string; words: string; whole: string; target: Target }
type Index = { search: MiniSearch<Entry>; entries: Entry[] }

/** How many are given at most. */
export const mostPlaces = 8
/** Longer than any name; what comes after is not looked at. */
const longestQuery = 60
/** What is found at less than this share of the best is noise. */
const leastShare = 0.25
/** Of names that fit as well, those of squares and whole areas are more often meant. */
const weights = { area: 1.3, square: 1.3, stop: 1 } as const

/**
 * Squares, stops and areas by their names, by what people call them and by the city's working areas, best first, with
 * wrong letters and without regard to case and diacritics. Whatever is typed gives a list; of nothing, an empty one.
 */
export async function findPlaces(query: string): Promise<FoundPlace[]> {
  const { search, entries } = await placeIndex()
  const words = plain(query.slice(0, longestQuery))
  if (words === '') return []
  const whole = words.replaceAll(' ', '')
  const hits = search.search({
    combineWith: 'OR',
    boostDocument: (id) => weights[entries[id as number]!.target.kind],
    queries: [
      { queries: [words], fields: ['words'], prefix: isWorthCompleting, fuzzy: wrongLetters },
      { queries: [whole], fields: ['whole'], prefix: true, fuzzy: wrongLetters, boost: { whole: 2 } },
    ],
  })
  const best = hits[0]?.score ?? 0
  const found = hits
    .filter(({ score }) => score >= best * leastShare)
    .map((hit) => ({ entry: entries[hit.id as number]!, score: hit.score }))
    .sort((one, other) => rank(one.entry, whole) - rank(other.entry, whole) || other.score - one.score)
  return eachOnce(found.map(({ entry }) => entry)).slice(0, mostPlaces)
}

/** The index over all names, made once per process. */
const placeIndex = askedOnce('place index', makeIndex)

async function makeIndex(): Promise<Index> {
  const search = new MiniSearch<Entry>({
    fields: ['words', 'whole'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  })
  const entries = (await allNames()).map(([name, target], id) => {
    const words = plain(name)
    return { id, name, words, whole: words.replaceAll(' ', ''), target }
  })
  search.addAll(entries)
  return { search, entries }
}

/** Every name with what it stands for; an everyday name or a working area may stand for several areas. */
async function allNames(): Promise<[string, Target][]> {
  const [areas, places, everyday, working] = await Promise.all([
    districtAreas(),
    allPlaces(),
    allEverydayNames(),
    allWorkingAreas(),
  ])
  const byCode = new Map(areas.map(({ code, name }) => [code, { code, name }]))
  const wholeArea = (code: string): Target => {
    const area = byCode.get(code)!
    return { kind: 'area', name: area.name, area, place: undefined }
  }
  return [
    ...areas.map(({ code, name }): [string, Target] => [name, wholeArea(code)]),
    ...everyday.map(({ name, areaCode }): [string, Target] => [name, wholeArea(areaCode)]),
    ...working.flatMap(({ name, areaCodes }) => areaCodes.map((code): [string, Target] => [name, wholeArea(code)])),
    ...places.flatMap(({ slug, name, kind, areaCode, aliases }) => {
      const target: Target = { kind, name, area: byCode.get(areaCode)!, place: slug }
      return [name, ...aliases].map((called): [string, Target] => [called, target])
    }),
  ]
}

/** A single letter is completed only where it is the last thing typed: "angered c". */
const isWorthCompleting = (term: string, i: number, terms: string[]): boolean =>
  term.length > 1 || (i > 0 && i === terms.length - 1)

/** How many letters may be wrong; two that have changed places count as two. */
const wrongLetters = (term: string): number | false =>
  /^\d+$/.test(term) ? false : term.length >= 5 ? 2 : term.length >= 4 ? 1 : false

/** Called exactly so comes before beginning so, and that before the rest. */
const rank = ({ whole }: Entry, typed: string): number => (whole === typed ? 0 : whole.startsWith(typed) ? 1 : 2)

/** Each place once, by the best of its names. */
function eachOnce(entries: Entry[]): FoundPlace[] {
  const found = new Map<string, FoundPlace>()
  for (const { name, target } of entries) {
    const key = target.place ?? target.area.code
    const alsoCalled = name === target.name ? undefined : name
    if (!found.has(key)) found.set(key, { ...target, alsoCalled })
  }
  return [...found.values()]
}
