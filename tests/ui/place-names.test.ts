import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeNames } from '#app/ui/map/place-names.ts'
import { firstView, project, viewAround } from '#app/ui/map/projection.ts'

test('a name that is alone stays at its point', () => {
  expect(placeNames([{ name: 'Utby', at: [100, 50] }], { size: 12, marks: [] })).toEqual([
    { name: 'Utby', lines: ['Utby'], x: 100, y: 50, clear: true },
  ])
})

test('a name makes way for a mark, and for a name before it', () => {
  const at = [100, 50] as const
  const [first, second] = placeNames(
    [
      { name: 'Utby', at },
      { name: 'Eriksbo', at },
    ],
    { size: 12, marks: [{ at, radius: 9 }] },
  )
  expect(first!.y).not.toBe(50)
  expect([second!.x, second!.y]).not.toEqual([first!.x, first!.y])
})

test('no name that found room covers another or a mark', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 358 }), fc.integer({ min: 0, max: 500 }))
  const names = fc.array(fc.record({ name: fc.constantFrom('Utby', 'Norra Kortedala', 'Gunnilse'), at: point }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(names, fc.array(point, { maxLength: 15 }), (wanted, points) => {
      const marks = points.map((at) => ({ at, radius: 9 }))
      const placed = placeNames(wanted, { size: 12, marks }).filter(({ clear }) => clear)
      placed.forEach((one, i) => {
        for (const other of placed.slice(0, i))
          expect(Math.abs(one.x - other.x) + Math.abs(one.y - other.y)).toBeGreaterThan(0)
        for (const { at } of marks) expect(Math.hypot(one.x - at[0], one.y - at[1])).toBeGreaterThan(6)
      })
    }),
  )
})

test('the drawing keeps the shape of the land: a kilometre is as long upwards as sideways', () => {
  const { point } = project(firstView, 358)
  const [x0, y0] = point([57.78, 12.05])
  const [, y1] = point([57.78 + 1 / 111.2, 12.05])
  const [x1] = point([57.78, 12.05 + 1 / (111.2 * Math.cos((57.78 * Math.PI) / 180))])
  expect(Math.abs(x1 - x0 - (y0 - y1))).toBeLessThan(0.5)
})

test('a view around an area holds all of it', () => {
  const ring: [number, number][] = [
    [57.77, 12.02],
    [57.79, 12.02],
    [57.79, 12.05],
    [57.77, 12.02],
  ]
  const [[south, west], [north, east]] = viewAround([ring])
  for (const [lat, lon] of ring) expect(lat > south && lat < north && lon > west && lon < east).toBe(true)
})

test('a shape is cut where the drawing ends, and one outside it is not drawn', () => {
  const view: [[number, number], [number, number]] = [
    [57.77, 12.02],
    [57.79, 12.05],
  ]
  const square = (south: number, west: number, size: number): [number, number][] => [
    [south, west],
    [south + size, west],
    [south + size, west + size],
    [south, west + size],
  ]
  const { shape, height } = project(view, 300)
  expect(shape(square(57.9, 12.3, 0.01))).toBe('')
  const numbers = shape(square(57.5, 11.9, 1))
    .match(/-?[\d.]+/g)!
    .map(Number)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-3)
  expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(300, height) + 3)
})
