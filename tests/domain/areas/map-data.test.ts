import { expect, test } from 'vitest'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { mapData } from '#app/domain/areas/map-data.server.ts'

test('what the live map is drawn from is written once, under a hash of its own', async () => {
  const data = await mapData()
  expect(await mapData()).toBe(data)
  expect(data.hash).toMatch(/^[0-9a-f]{16}$/)
  expect(JSON.parse(data.json)).toEqual(await baseMap())
})
