import fc from 'fast-check'
import { cellToLatLng, getResolution, latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { areaOfPoint } from '#app/domain/areas/locate.server.ts'
import { publicPlace } from '#app/domain/submissions/public-place.server.ts'

const lamp = { category: 'lighting', areaCode: '606', lat: 57.7812, lon: 12.0331 } as const

test('a lamp is placed within about 130 metres, what is sensitive within about 350', async () => {
  expect(getResolution((await publicPlace(lamp)).cell)).toBe(10)
  expect(getResolution((await publicPlace({ ...lamp, category: 'drugs' })).cell)).toBe(9)
})

test('where few people live the hexagon is one step wider', async () => {
  const sparse = { category: 'lighting', areaCode: '611', lat: 57.8268, lon: 12.14173 } as const
  expect(getResolution((await publicPlace(sparse)).cell)).toBe(9)
  expect(getResolution((await publicPlace({ ...sparse, category: 'drugs' })).cell)).toBe(8)
})

test('what concerns a whole area stays that area, in a wider hexagon', async () => {
  const whole = await publicPlace({ category: 'lighting', areaCode: '606', lat: null, lon: null })
  expect(getResolution(whole.cell)).toBe(9)
  expect(whole.publicAreaCode).toBe('606')
})

test('all points of a hexagon have the same public place, and its area is that of the centre', async () => {
  const centre = cellToLatLng(latLngToCell(lamp.lat, lamp.lon, 10))
  const inside = fc.tuple(
    fc.double({ min: -4e-4, max: 4e-4, noNaN: true }),
    fc.double({ min: -8e-4, max: 8e-4, noNaN: true }),
  )
  await fc.assert(
    fc.asyncProperty(inside, async ([dLat, dLon]) => {
      const point = { ...lamp, lat: centre[0] + dLat, lon: centre[1] + dLon }
      const { cell, publicAreaCode } = await publicPlace(point)
      expect(latLngToCell(point.lat, point.lon, 10)).toBe(cell)
      expect(publicAreaCode).toBe(await areaOfPoint(...cellToLatLng(cell)))
    }),
    { numRuns: 40 },
  )
})

test('a hexagon with its centre outside the district keeps the area of the submission', async () => {
  // A point at the very edge of Bergum, far from any neighbour.
  const edge = { category: 'drugs', areaCode: '611', lat: 57.8659, lon: 12.1 } as const
  const { cell, publicAreaCode } = await publicPlace(edge)
  expect(publicAreaCode).toBe((await areaOfPoint(...cellToLatLng(cell))) ?? '611')
})
