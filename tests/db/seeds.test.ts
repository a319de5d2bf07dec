import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import { expect, test } from 'vitest'
import { dialogues } from '#db/seeds/example/dialogues.ts'
import { entries, pledge as current } from '#db/seeds/example/pledge.ts'
import { submissions } from '#db/seeds/example/submissions.ts'
import { areas, workingAreas } from '#db/seeds/reference/areas.ts'
import { mapLines } from '#db/seeds/reference/map-lines.ts'
import { organisations } from '#db/seeds/reference/organisations.ts'
import { everydayNames, places } from '#db/seeds/reference/places.ts'
import { questions } from '#db/seeds/reference/questions.ts'
import { pledge as ended } from '#db/seeds/reference/pledge.ts'
import type { Category, Status, Translated } from '#db/seeds/types.ts'

// A list by key, so that a new category or status does not compile until it is looked for here.
const categories = Object.keys({
  lighting: 0,
  litter: 0,
  vandalism: 0,
  traffic: 0,
  drugs: 0,
  'youths-at-risk': 0,
  'unsafe-place': 0,
  violence: 0,
  disorder: 0,
  fires: 0,
  vehicles: 0,
  upkeep: 0,
  'meeting-places': 0,
  treatment: 0,
  praise: 0,
  other: 0,
} satisfies Record<Category, 0>)
const statuses = Object.keys({
  received: 0,
  screening: 0,
  in_progress: 0,
  waiting_for_resident: 0,
  answered: 0,
  closed: 0,
  redirected: 0,
  merged: 0,
  not_pursued: 0,
  reopen_requested: 0,
} satisfies Record<Status, 0>)

const areaCodes = areas.map((area) => area.code)
const placeSlugs = places.map((place) => place.slug)
const organisationSlugs = organisations.map((organisation) => organisation.slug)
const commitmentNumbers = current.commitments.map((commitment) => commitment.number)
const published = submissions.filter((submission) => submission.published)

function expectUnique(values: string[]) {
  expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([])
}

function liesIn(areaCode: string, lon: number, lat: number) {
  const area = areas.find((one) => one.code === areaCode)!
  return booleanPointInPolygon([lon, lat], { type: 'Polygon', coordinates: [area.outline] })
}

/** Every text in several languages inside a value, however deep. */
function textsIn(value: unknown): Translated[] {
  if (typeof value !== 'object' || value === null) return []
  return 'sv' in value ? [value as Translated] : Object.values(value).flatMap(textsIn)
}

function expectAllLanguages(value: unknown) {
  for (const text of textsIn(value)) {
    expect(Object.entries(text).flatMap(([tag, words]) => (words.trim() ? [tag] : []))).toEqual([
      'sv',
      'en',
      'ar',
      'so',
    ])
  }
}

test('there are 17 areas with closed outlines, each with its inner point inside', () => {
  expect(areas).toHaveLength(17)
  expectUnique(areas.map((area) => area.slug))
  for (const { code, lat, lon, outline } of areas) {
    expect(outline.at(-1), code).toEqual(outline[0])
    expect(liesIn(code, lon, lat), code).toBe(true)
  }
  expect(areas.flatMap((area) => (area.sparse ? [area.code] : []))).toEqual(['605', '609', '610', '611'])
})

test('the nine working areas share no area', () => {
  expect(workingAreas).toHaveLength(9)
  expectUnique(workingAreas.flatMap((area) => area.areaCodes))
  expect(areaCodes).toEqual(expect.arrayContaining(workingAreas.flatMap((area) => area.areaCodes)))
})

test('there are 11 squares and 138 stops, each with a name for addresses of its own', () => {
  expect(places.filter((place) => place.kind === 'square')).toHaveLength(11)
  expect(places.filter((place) => place.kind === 'stop')).toHaveLength(138)
  expectUnique(placeSlugs)
  for (const { slug, areaCode } of places) {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(areaCodes).toContain(areaCode)
  }
  expect(areaCodes).toEqual(expect.arrayContaining(everydayNames.flatMap((name) => name.areaCodes)))
})

test('the lines of the map lie around Nordost, longitude first', () => {
  expect(mapLines.map((line) => line.kind).sort()).toEqual(['tram', 'tram', 'water'])
  for (const [lon, lat] of mapLines.flatMap((line) => line.line)) {
    expect(lon).toBeGreaterThan(11.85)
    expect(lon).toBeLessThan(12.3)
    expect(lat).toBeGreaterThan(57.69)
    expect(lat).toBeLessThan(57.9)
  }
})

test.each([ended, current])(
  'the pledge $slug has ten commitments, in all four languages, with known owners',
  (pledge) => {
    expect(pledge.commitments.map((commitment) => commitment.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expectAllLanguages(pledge)
    for (const { owners } of pledge.commitments) expect(organisationSlugs).toEqual(expect.arrayContaining(owners))
  },
)

test('no two commitments share an address, over both pledges', () => {
  expectUnique([...ended.commitments, ...current.commitments].map((commitment) => commitment.slug))
  expectUnique(organisationSlugs)
})

test('every entry is made by an owner of its commitment, between January and November 2026', () => {
  for (const { commitment, organisation, on, areaCode = '301' } of entries) {
    expect(current.commitments.find((one) => one.slug === commitment)?.owners).toContain(organisation)
    expect(on >= '2026-01-08' && on <= '2026-11-20', on).toBe(true)
    expect(new Date(on).toISOString().slice(0, 10)).toBe(on)
    expect(areaCodes).toContain(areaCode)
  }
})

test.each([
  [4, 200],
  [6, 118],
  [7, 52],
  [9, 3263],
  [10, 14],
  [2, 4],
])('commitment %i has %i reported by the end of October', (number, expected) => {
  const { slug } = current.commitments.find((commitment) => commitment.number === number)!
  const reported = entries.filter((entry) => entry.commitment === slug && entry.on <= '2026-10-31')
  expect(reported.reduce((total, entry) => total + (entry.count ?? 0), 0)).toBe(expected)
})

test('commitments 1 and 3 have no report, 5 and 8 have words only, 10 is silent since spring', () => {
  const entriesOf = (number: number) =>
    entries.filter((entry) => entry.commitment === current.commitments[number - 1]!.slug)
  expect([...entriesOf(1), ...entriesOf(3)]).toEqual([])
  for (const entry of [...entriesOf(5), ...entriesOf(8)]) {
    expect(entry.count).toBeNull()
    expect(entry.note).toBeTruthy()
  }
  expect(entriesOf(10).every((entry) => entry.on < '2026-05-01')).toBe(true)
})

test('66 submissions cover every area, category and status, and none is a tip', () => {
  expect(submissions).toHaveLength(66)
  expectUnique(submissions.map((submission) => submission.key))
  expectUnique(submissions.map((submission) => submission.body))
  expect(new Set(submissions.map((submission) => submission.areaCode))).toEqual(new Set(areaCodes))
  expect(new Set(submissions.map((submission) => submission.category))).toEqual(new Set(categories))
  expect(new Set(submissions.map((submission) => submission.status))).toEqual(new Set(statuses))
  expect(new Set(submissions.map((submission) => submission.kind))).toEqual(new Set(['concern', 'idea']))
})

test('residents write in four languages, Swedish most', () => {
  const count = (language: string) => submissions.filter((submission) => submission.language === language).length
  expect(['sv', 'en', 'ar', 'so'].map(count)).toEqual([41, 8, 8, 9])
})

test('one is held for a closer look, one was told and written down, and photos came with one that is public and one not', () => {
  expect(submissions.filter(({ heldFor }) => heldFor?.length)).toMatchObject([{ status: 'received' }])
  expect(submissions.filter(({ told }) => told)).toMatchObject([{ told: { channel: 'phone', interpretedFrom: 'so' } }])
  const pictured = submissions.filter(({ photos }) => photos?.length)
  expect(pictured.filter((submission) => submission.published)).toHaveLength(1)
  expect(pictured).toHaveLength(2)
})

test('what is answered in an example is one of the answers that its category asks for', () => {
  for (const { category, answers = [] } of submissions)
    for (const { question, values } of answers) {
      const asked = questions[category]?.find(({ key }) => key === question)
      expect(asked, question).toBeDefined()
      const offered = (asked?.options ?? []).map(({ value }) => value)
      if (offered.length) expect(offered).toEqual(expect.arrayContaining(values))
    }
})

test.each(submissions)('submission $key points inside its own area', (submission) => {
  if ('place' in submission) {
    const place = places.find((one) => one.slug === submission.place)!
    expect(place.areaCode).toBe(submission.areaCode)
    expect(liesIn(submission.areaCode, place.lon, place.lat)).toBe(true)
  } else if ('lat' in submission) {
    expect(liesIn(submission.areaCode, submission.lon, submission.lat)).toBe(true)
  }
})

test.each(submissions)('submission $key tells its story in order', (submission) => {
  const { daysAgo, thread = [], published: publication, response, status } = submission
  expect(daysAgo).toBeGreaterThanOrEqual(2)
  expect(daysAgo).toBeLessThanOrEqual(160)
  const times = [daysAgo, ...thread.map((message) => message.daysAgo)]
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(times.at(-1)).toBeGreaterThanOrEqual(2)
  if (publication) expect(publication.daysAgo).toBeLessThan(daysAgo)
  if (response) expect(response.daysAgo).toBeLessThan(publication?.daysAgo ?? daysAgo)

  const answers = ['answered', 'closed', 'reopen_requested']
  expect(answers.includes(status)).toBe(response !== undefined)
  // An answered submission closes by itself after 60 days.
  if (response && status !== 'closed') expect(response.daysAgo).toBeLessThan(60)
  if (response && status === 'closed') expect(response.daysAgo).toBeGreaterThanOrEqual(60)
  if (status === 'waiting_for_resident') expect(thread.at(-1)?.from).toBe('staff')
  if (status === 'reopen_requested') expect(thread.at(-1)?.from).toBe('resident')
})

test.each(submissions)('submission $key refers only to what exists', (submission) => {
  const { commitments = [], mergedInto, reason, status, areaCode, daysAgo } = submission
  expect(commitmentNumbers).toEqual(expect.arrayContaining(commitments))
  expect(reason !== undefined).toBe(['redirected', 'not_pursued'].includes(status))
  expect(mergedInto !== undefined).toBe(status === 'merged')
  if (!mergedInto) return
  const target = submissions.find((other) => other.key === mergedInto)!
  expect(target.areaCode).toBe(areaCode)
  expect(target.daysAgo).toBeGreaterThan(daysAgo)
})

test('twelve published submissions have an answer and a commitment, and all are in four languages', () => {
  expect(published.filter((submission) => submission.response && submission.commitments?.length)).toHaveLength(12)
  expect(new Set(published.map((submission) => submission.areaCode)).size).toBe(published.length)
  for (const submission of published) expectAllLanguages([submission.published, submission.response])
})

test('an answer to one resident is in Swedish and in the language of that resident', () => {
  const lacking = submissions.filter(
    ({ language, response }) => response && !['sv', language].every((tag) => Object.hasOwn(response.body, tag)),
  )
  expect(lacking.map(({ key }) => key)).toEqual([])
})

test('no text uses the words of the police for a class of area', () => {
  expect(JSON.stringify([areas, ended, current, entries, submissions, dialogues])).not.toMatch(
    /utsatt|vulnerable area|riskområde/i,
  )
})

test('one dialogue is full with a waiting list, one cancelled, one a safety walk, one held', () => {
  expect(dialogues).toHaveLength(5)
  expectUnique(dialogues.map((dialogue) => dialogue.slug))
  const seats = (slug: string) =>
    dialogues.find((dialogue) => dialogue.slug === slug)!.bookings.map((booking) => booking.partySize)
  // The first seven parties fill the twelve seats exactly.
  expect(sum(seats('kortedala-talk-in-a-small-group').slice(0, 7))).toBe(12)
  expect(sum(seats('kortedala-talk-in-a-small-group'))).toBeGreaterThan(12)
  expect(sum(seats('hammarkullen-young-people-in-the-evening'))).toBeLessThan(60)
  expect(dialogues.filter((dialogue) => dialogue.cancelledReason)).toHaveLength(1)
  expect(dialogues.find((dialogue) => dialogue.kind === 'safety-walk')?.steps).toHaveLength(3)
  expect(dialogues.filter((dialogue) => dialogue.outcome).map((dialogue) => dialogue.startsInDays < 0)).toEqual([true])
})

test.each(dialogues)('dialogue $slug is in all four languages and refers only to what exists', (dialogue) => {
  expectAllLanguages(dialogue)
  expect(places.find((place) => place.slug === dialogue.place)?.areaCode).toBe(dialogue.areaCode)
  expect(organisationSlugs).toContain(dialogue.organisation)
  expect(commitmentNumbers).toEqual(expect.arrayContaining(dialogue.commitments))
  for (const { partySize } of dialogue.bookings) expect(partySize).toBeLessThanOrEqual(dialogue.maxPartySize)
})

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}
