import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOfPoint } from '#app/domain/areas/locate.server.ts'
import { allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { whereIs, workingAreaOf } from '#app/domain/areas/where-is.server.ts'

test('a point on a square is in its area and near the square', async () => {
  expect(await whereIs(57.7803, 12.0358)).toEqual({
    area: { code: '606', name: 'Hammarkullen' },
    near: 'Hammarkulletorget',
  })
})

test('a point far from every square and stop is only in its area', async () => {
  expect(await whereIs(57.845, 12.15)).toEqual({ area: { code: '611', name: 'Bergum' }, near: undefined })
})

test('no point is said to be near a place that is called as its area', async () => {
  const found = await Promise.all((await allPlaces()).map(({ lat, lon }) => whereIs(lat, lon)))
  expect(found.filter((one) => one && one.near === one.area.name)).toEqual([])
})

test('a point is somewhere exactly when it lies in one of the areas', async () => {
  const point = fc.tuple(
    fc.double({ min: 57.6, max: 57.95, noNaN: true }),
    fc.double({ min: 11.8, max: 12.4, noNaN: true }),
  )
  await fc.assert(
    fc.asyncProperty(point, async ([lat, lon]) => {
      expect((await whereIs(lat, lon))?.area.code).toBe(await areaOfPoint(lat, lon))
    }),
  )
})

test('the working areas of the city hold the areas that they are made of, and no others', async () => {
  const found = await Promise.all(
    (await districtAreas()).map(async ({ code }) => [code, (await workingAreaOf(code))?.name]),
  )
  const named = Object.fromEntries(found.filter(([, name]) => name !== undefined))
  expect(named).toEqual({
    '301': 'Gamlestaden/Kviberg',
    '303': 'Norra och Södra Kortedala',
    '304': 'Norra och Södra Kortedala',
    '305': 'Västra och Östra Bergsjön',
    '306': 'Västra och Östra Bergsjön',
    '601': 'Lövgärdet',
    '602': 'Rannebergen',
    '603': 'Gårdsten',
    '604': 'Angered Centrum',
    '606': 'Hammarkullen',
    '612': 'Hjällbo',
  })
})
