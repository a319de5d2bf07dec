import { pledge as ended } from '../reference/pledge.ts'
import type { Entry, Pledge } from '../types.ts'

/** A current pledge, made up: the ten commitments of the one that has ended, two new years. */
export const pledge: Pledge = {
  ...ended,
  slug: 'nordost-2026-2027',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  title: {
    sv: 'Medborgarlöfte för Nordost 2026–2027',
    en: 'Citizen pledge for Nordost 2026–2027',
    ar: 'التعهّد للمواطنين في Nordost 2026–2027',
    so: 'Ballanqaadka muwaadiniinta Nordost 2026–2027',
  },
  // No real person answers for an example.
  contact: {
    sv: 'Kommunpoliserna i Nordost. Ring 114 14.',
    en: 'The municipal police officers of Nordost. Call 114 14.',
    ar: 'شرطة البلدية في Nordost. اتصل بالرقم 114 14.',
    so: 'Booliska degmada ee Nordost. Wac 114 14.',
  },
  commitments: ended.commitments.map((commitment) => ({ ...commitment, slug: exampleSlug(commitment.slug) })),
}

/** What the owners have reported up to 20 November 2026. Commitments 1 and 3 have no report at all. */
export const entries: Entry[] = [
  // 4, on pace: 200 of at least 400 after ten of 24 months.
  ...byAreaAndMonth(4, 'polisen', {
    '301': '22222212221',
    '303': '12122112211',
    '305': '21222212222',
    '306': '12212212221',
    '601': '22122211221',
    '602': '11111101111',
    '603': '11222112221',
    '604': '33333323332',
    '606': '32333323332',
    '612': '23223322322',
    '613': '10111101110',
  }),
  // 6, behind: 118 of at least 200 after ten of 12 months.
  ...byAreaAndMonth(6, 'faltenheten', {
    '301': '11112101110',
    '303': '11111101110',
    '304': '00110000000',
    '305': '11212101210',
    '306': '11112111210',
    '601': '11111101110',
    '602': '01010101010',
    '603': '11121101210',
    '604': '22222202221',
    '606': '22212202221',
    '612': '12221101211',
  }),
  // 7, on pace. Without area: small numbers in a small area could point somebody out.
  ...[5, 5, 6, 5, 6, 6, 3, 5, 5, 6].map((count, month) => entry(7, 'sspf', dayOf(month, 28), { count })),
  entry(7, 'sspf', '2026-11-18', { count: 4 }),
  // 9, on pace: the meeting places report at the end of each month.
  ...activities(),
  // 10, nothing reported since spring.
  entry(10, 'trygghetssamordningen', '2026-01-29', { count: 3, note: 'Två föreningsmöten och ett möte med butiker.' }),
  entry(10, 'trygghetssamordningen', '2026-02-26', {
    count: 4,
    note: 'Bostadsbolag, skolor och polis i fyra områden.',
  }),
  entry(10, 'trygghetssamordningen', '2026-03-26', { count: 4, note: 'Föreningar och trossamfund.' }),
  entry(10, 'trygghetssamordningen', '2026-04-28', { count: 3, note: 'Planering inför sommaren med föreningarna.' }),
  // 2, reached in both terms.
  ...['2026-02-12', '2026-05-07', '2026-09-10', '2026-10-15'].map((on) => entry(2, 'polisen', on, { count: 1 })),
  // 5 and 8 have no measure: words only.
  entry(5, 'raddningstjansten', '2026-03-19', { areaCode: '606', note: 'Brandmän träffade tre klasser i årskurs 6.' }),
  entry(5, 'goteborgs-sparvagar', '2026-04-22', {
    areaCode: '306',
    note: 'Unga provade förarplatsen och pratade med förare.',
  }),
  entry(5, 'ambulanssjukvarden', '2026-05-20', {
    areaCode: '604',
    note: 'Öppen ambulans. Alla fick öva hjärt-lungräddning.',
  }),
  entry(5, 'raddningstjansten', '2026-10-08', { areaCode: '601', note: 'Öppet hus med frågor om yrket.' }),
  entry(8, 'ung-nordost', '2026-02-18', { note: 'Arbetssättet är igång. Två handledare är på plats.' }),
  entry(8, 'ung-nordost', '2026-06-10', { note: 'Familjerna som är med säger att de får hjälp snabbare än förut.' }),
  entry(8, 'ung-nordost', '2026-10-21', { note: 'Vi har börjat utvärdera. Resultatet kommer i vår.' }),
]

/** Commitment slugs are unique over all pledges. */
function exampleSlug(slug: string) {
  return `${slug}-2026`
}

function entry(
  number: number,
  organisation: string,
  on: string,
  what: { count?: number; areaCode?: string; note?: string },
): Entry {
  const commitment = ended.commitments.find((one) => one.number === number)!
  return { commitment: exampleSlug(commitment.slug), organisation, on, count: null, ...what }
}

/** One digit a month from January: how many occasions there were in the area. */
function byAreaAndMonth(number: number, organisation: string, digits: Record<string, string>): Entry[] {
  return Object.entries(digits).flatMap(([areaCode, months], row) =>
    [...months].flatMap((digit, month) => {
      const on = dayOf(month, 8 + ((row * 5 + month * 3) % 12))
      return digit === '0' ? [] : [entry(number, organisation, on, { count: Number(digit), areaCode })]
    }),
  )
}

function activities(): Entry[] {
  const usual = { 301: 32, 303: 30, 305: 24, 306: 34, 601: 30, 602: 18, 603: 28, 604: 46, 606: 44, 612: 36, 613: 14 }
  const season = [0.9, 0.95, 1, 1, 1.05, 1.1, 0.7, 0.85, 1.05, 1.1]
  return season.flatMap((share, month) =>
    Object.entries(usual).map(([areaCode, count]) =>
      entry(9, 'motesplatserna', dayOf(month, 28), { count: Math.round(count * share), areaCode }),
    ),
  )
}

/** A day of 2026; months count from 0. */
function dayOf(month: number, day: number) {
  return `2026-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
