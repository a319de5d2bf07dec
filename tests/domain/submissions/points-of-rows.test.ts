import { expect, test } from 'vitest'
import { findArea } from '#app/domain/areas/queries.server.ts'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { pointsOfRows } from '#app/domain/submissions/points-of-rows.server.ts'
import { queueMap } from '#app/ui/staff/queue-map.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const spot = { lat: 57.7795, lon: 12.0432 }

test('a coordinator sees where a resident pointed, and the middle of the area where she did not', async () => {
  const [coordinator, officer] = [await makeStaff('coordinator'), await makeStaff('officer')]
  const [pointed, named] = [await makeSubmission({ ...spot, areaCode: undefined }), await makeSubmission()]
  const points = await pointsOfRows(coordinator, [pointed.ref, named.ref])
  expect(points.get(pointed.ref)).toEqual({ ...spot, exact: true })
  const { lat, lon } = (await findArea('hammarkullen'))!
  expect(points.get(named.ref)).toEqual({ lat, lon, exact: false })
  // The city has received them, and the police has not got them.
  expect(await pointsOfRows(officer, [pointed.ref, named.ref])).toEqual(new Map())
})

test('a company learns the area of what was sent to it, and no spot', async () => {
  const [coordinator, company] = [await makeStaff('coordinator'), await makeStaff('partner')]
  const { ref } = await makeSubmission({ ...spot, areaCode: undefined, status: 'in_progress' })
  await route(coordinator, ref, { organisation: company.organisation, rewrittenBody: 'En lampa lyser inte.' })
  const point = (await pointsOfRows(company, [ref])).get(ref)
  const { lat, lon } = (await findArea('hammarkullen'))!
  expect(point).toEqual({ lat, lon, exact: false })
})

test('rows at about the same spot share a mark that names them all, and every mark lies within the drawing', async () => {
  const row = (ref: string) => ({ ref, category: 'lighting' as const, areaName: 'Hammarkullen' })
  const exact = true
  const points = new Map([
    ['A', { ...spot, exact }],
    ['B', { lat: 57.81, lon: 12.07, exact: false }],
    ['C', { lat: spot.lat + 0.0001, lon: spot.lon, exact }],
  ])
  const map = queueMap(await baseMap(), { rows: ['A', 'B', 'C', 'D'].map(row), points, language: 'sv' })!
  expect(map.marks.map(({ numbers, refs }) => ({ numbers, refs }))).toEqual([
    { numbers: [1, 3], refs: ['A', 'C'] },
    { numbers: [2], refs: ['B'] },
  ])
  expect(map.marks[0]?.labels).toEqual(['1: Belysning, Hammarkullen', '3: Belysning, Hammarkullen'])
  for (const { at } of map.marks) {
    expect(at[0]).toBeGreaterThan(20)
    expect(at[0]).toBeLessThan(map.width - 20)
    expect(at[1]).toBeGreaterThan(20)
    expect(at[1]).toBeLessThan(map.height - 20)
  }
  expect(map.height / map.width).toBeLessThanOrEqual(1.46)
  expect(queueMap(await baseMap(), { rows: [], points, language: 'sv' })).toBeUndefined()
})
