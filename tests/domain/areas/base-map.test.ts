import { expect, test } from 'vitest'
import { baseMap } from '#app/domain/areas/base-map.server.ts'

test('the built-in map holds 17 areas, water, two tram lines and all places, latitude first', async () => {
  const map = await baseMap()
  expect(map.areas).toHaveLength(17)
  expect(map.water.length).toBeGreaterThan(0)
  expect(map.tram).toHaveLength(2)
  expect(map.places).toHaveLength(149)
  const points = [
    ...map.areas.flatMap(({ rings, label }) => [label, ...rings.flat()]),
    ...map.tram.flatMap((t) => t.line),
  ]
  for (const [lat, lon] of points) {
    expect(lat > 57.6 && lat < 58).toBe(true)
    expect(lon > 11.8 && lon < 12.4).toBe(true)
  }
})

test('the map is read once and small enough to go with a page', async () => {
  expect(await baseMap()).toBe(await baseMap())
  expect(JSON.stringify(await baseMap()).length).toBeLessThan(30_000)
})
