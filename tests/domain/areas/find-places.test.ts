import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPlaces, mostPlaces } from '#app/domain/areas/find-places.server.ts'
import { plain } from '#app/domain/plain.ts'
import { allEverydayNames, allPlaces, allWorkingAreas, districtAreas } from '#app/domain/areas/queries.server.ts'
import { anyText } from '../../support/any-text.ts'

type Named = { name: string; keys: string[] }

let names: Named[] = []

beforeAll(async () => {
  const [areas, places, everyday, working] = await Promise.all([
    districtAreas(),
    allPlaces(),
    allEverydayNames(),
    allWorkingAreas(),
  ])
  names = [
    ...areas.map(({ name, code }) => ({ name, keys: [code] })),
    ...everyday.map(({ name, areaCode }) => ({ name, keys: [areaCode] })),
    ...working.map(({ name, areaCodes }) => ({ name, keys: areaCodes })),
    ...places.flatMap(({ slug, name, aliases }) =>
      [name, ...aliases].map((called) => ({ name: called, keys: [slug] })),
    ),
  ]
})

const keysFound = async (query: string) => (await findPlaces(query)).map(({ place, area }) => place ?? area.code)
const shown = async (query: string) =>
  (await findPlaces(query)).map(({ kind, name, area }) => `${name}, ${kind} in ${area.name}`)
const toName = fc.nat().map((n) => names[n % names.length]!)
const toLongName = fc.nat().map((n) => {
  const long = names.filter(({ name }) => name.length >= 5)
  return long[n % long.length]!
})
const letters = (name: string) => [...name].flatMap((letter, i) => (/\p{L}/u.test(letter) ? [i] : []))

async function expectFound(query: string, { name, keys }: Named): Promise<void> {
  const found = await keysFound(query)
  expect(found, `${name} by “${query}”`).toEqual(expect.arrayContaining(keys))
  expect(found.length).toBeLessThanOrEqual(mostPlaces)
}

describe('a place is found', () => {
  test('by every name that it has, first of all', async () => {
    expect(names.length).toBeGreaterThan(180)
    for (const { name, keys } of names) {
      const [first] = await findPlaces(name)
      expect(plain(first!.alsoCalled ?? first!.name), name).toBe(plain(name))
      await expectFound(name, { name, keys })
    }
  })

  test('without diacritics, in any case and with spaces around it', async () => {
    for (const named of names) {
      const without = named.name.normalize('NFKD').replace(/\p{M}/gu, '')
      for (const query of [without, named.name.toUpperCase(), named.name.toLowerCase(), `  ${without.toUpperCase()} `])
        await expectFound(query, named)
    }
  })

  test('with a letter lost, doubled or two that have changed places', async () => {
    const spoilt = fc
      .tuple(toLongName, fc.nat(), fc.constantFrom('lost', 'doubled', 'swapped'))
      .map(([named, n, how]) => {
        const all = [...named.name]
        const at = letters(named.name)
        const i = at[n % at.length]!
        const here = all[i]!
        if (how === 'lost') all.splice(i, 1)
        if (how === 'doubled') all.splice(i, 0, here)
        if (how === 'swapped' && i + 1 < all.length) all.splice(i, 2, all[i + 1]!, here)
        return { named, query: all.join('') }
      })
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ named, query }) => expectFound(query, named)),
      { numRuns: 3_000 },
    )
  })

  test('while its name is still being typed', async () => {
    await fc.assert(
      fc.asyncProperty(toName, async (named) => {
        const typed = named.name.slice(0, Math.max(5, Math.ceil(named.name.length * 0.7)))
        const found = await findPlaces(typed)
        expect(found.some(({ name, alsoCalled }) => plain(alsoCalled ?? name).startsWith(plain(typed)))).toBe(true)
      }),
    )
  })

  test.each([
    ['hammarkulle', 'Hammarkullen, area in Hammarkullen'],
    ['angered c', 'Angereds Centrum, square in Angereds centrum'],
    ['lovgardet', 'Lövgärdet, area in Lövgärdet'],
    ['Gårdsten', 'Gårdstensberget, area in Gårdstensberget'],
    ['bellevue', 'Bellevue, stop in Gamlestaden'],
    ['hjalbo', 'Hjällbo, area in Hjällbo'],
    ['kortedala torg', 'Kortedala Torg, square in Södra Kortedala'],
    ['gaardsten', 'Gårdstensberget, area in Gårdstensberget'],
    ['rymd torget', 'Rymdtorget, square in Östra Bergsjön'],
  ])('as people write it: %s', async (query, wanted) => {
    expect((await shown(query)).slice(0, 3)).toContain(wanted)
  })
})

test('a name that covers two areas gives both', async () => {
  expect(await keysFound('Bergsjön')).toEqual(expect.arrayContaining(['305', '306']))
  expect(await keysFound('kortedala')).toEqual(expect.arrayContaining(['303', '304']))
})

test('who wrote another name than ours is told what it is called', async () => {
  const [found] = await findPlaces('gårdsten')
  expect(found).toMatchObject({ kind: 'area', alsoCalled: 'Gårdsten', name: 'Gårdstensberget' })
})

test('nothing, blanks, signs and other scripts find nothing', async () => {
  for (const query of ['', ' \n\t ', '…!?', '\0', 'حمّاركولن', 'غوتنبرغ', '哥德堡', '🙂'])
    expect(await findPlaces(query)).toEqual([])
})

test('whatever is typed, the search answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText, fc.string(), fc.constantFrom('__proto__', 'constructor')), async (query) => {
      expect((await findPlaces(query)).length).toBeLessThanOrEqual(mostPlaces)
    }),
    { numRuns: 300 },
  )
})
