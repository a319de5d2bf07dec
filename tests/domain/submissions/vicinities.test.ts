import fc from 'fast-check'
import { latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { categoryRules } from '#app/domain/submissions/categories.ts'
import { vicinitiesOf } from '#app/domain/submissions/vicinities.server.ts'

const radii = [...new Set(Object.values(categoryRules).map(({ likeness }) => likeness.metres))]
const metresPerDegree = 111_320

test('whatever lies within the radius of a category, in any direction, lies in the hexagons that are looked through', async () => {
  const anywhere = {
    lat: fc.double({ min: 57.7, max: 57.86, noNaN: true }),
    lon: fc.double({ min: 11.97, max: 12.2, noNaN: true }),
  }
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        ...anywhere,
        direction: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        metres: fc.constantFrom(...radii, 1100),
      }),
      async ({ lat, lon, direction, metres }) => {
        const near = latLngToCell(
          lat + (Math.sin(direction) * metres * 0.995) / metresPerDegree,
          lon + (Math.cos(direction) * metres * 0.995) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
          8,
        )
        expect(await vicinitiesOf({ lat, lon, areaCode: '606', place: null }, metres)).toContain(near)
      },
    ),
    { numRuns: 3000 },
  )
})

test('what is farther than two rings of hexagons reach is refused', async () => {
  await expect(vicinitiesOf({ lat: 57.78, lon: 12.05, areaCode: '606', place: null }, 1200)).rejects.toThrow('too far')
})
