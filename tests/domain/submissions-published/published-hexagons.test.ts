import { eq } from 'drizzle-orm'
import { getResolution } from 'h3-js'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { publishedHexagons, type Level } from '#app/domain/submissions/published-hexagons.server.ts'
import { publishedPage } from '#app/domain/submissions/published.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { unpublish } from '#app/domain/submissions/unpublish.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const published = { title: 'Mörk gångväg', body: 'Flera lampor är trasiga.' }
/** Points of Gunnilse, where few people live, some in the same block. */
const spread = [0, 0.0002, 0.004, 0.009, 0.02].map((step) => ({ lat: 57.808 + step, lon: 12.08, areaCode: undefined }))

const refsIn = async (filter: Parameters<typeof publishedPage>[0]) =>
  (await publishedPage(filter, undefined, 1000)).submissions.map(({ ref }) => ref)

test.each([7, 8, 9, 10] as const)(
  'at level %i each number on the map is that of the list it leads to',
  async (level) => {
    for (const place of spread) await makeSubmission({ published, ...place })
    await makeSubmission({ published, areaCode: '610' })
    await makeSubmission({ published, areaCode: '610', category: 'drugs' })
    const hexagons = await publishedHexagons(level)
    for (const { cell, count, areas, lat, lon, outline } of hexagons) {
      expect(await refsIn(level === 10 ? { cell } : { around: cell })).toHaveLength(count)
      expect(areas.length).toBeGreaterThan(0)
      expect([lat, lon].every(Number.isFinite)).toBe(true)
      expect(outline !== undefined).toBe(level === 10)
      if (level !== 10) expect(getResolution(cell)).toBe(level)
    }
    const ofArea = await publishedHexagons(level, { areaCode: '610' })
    expect(ofArea.reduce((sum, { count }) => sum + count, 0)).toBe((await refsIn({ area: 'gunnilse' })).length)
    const points = hexagons.map(({ lat, lon }) => `${lat} ${lon}`)
    expect(new Set(points).size).toBe(points.length)
  },
)

test('wide hexagons hold the near ones, each in one of them', async () => {
  for (const place of spread) await makeSubmission({ published, ...place })
  for (const level of [8, 9, 10] as const)
    for (const { cell, count } of await publishedHexagons(level === 8 ? 7 : 8)) {
      const inside = await publishedHexagons(level, { wide: [cell] })
      expect(inside.reduce((sum, one) => sum + one.count, 0)).toBe(count)
      for (const { within } of inside) expect(within).toBe(cell)
    }
})

/** How many there are in all at each level. */
const all = async () =>
  Promise.all(
    ([7, 8, 9, 10] as Level[]).map(async (level) =>
      (await publishedHexagons(level)).reduce((sum, { count }) => sum + count, 0),
    ),
  )

test('what is taken away from the public is taken off the map, and comes back when it is published again', async () => {
  const { ref } = await makeSubmission({ published, status: 'in_progress', ...spread[0] })
  const coordinator = await makeStaff('coordinator')
  const [before] = await all()
  await unpublish(coordinator, ref)
  expect(await all()).toEqual(Array(4).fill(before! - 1))
  await publish(coordinator, ref)
  expect(await all()).toEqual(Array(4).fill(before))
})

test('what is published at the same time at one place is all counted', async () => {
  const coordinator = await makeStaff('coordinator')
  const made = await Promise.all(
    Array.from({ length: 8 }, () => makeSubmission({ published, status: 'in_progress', ...spread[3] })),
  )
  const [before] = await all()
  await Promise.all(made.map(({ ref }) => unpublish(coordinator, ref)))
  expect((await all())[3]).toBe(before! - 8)
  await Promise.all(made.map(({ ref }) => publish(coordinator, ref)))
  expect(await all()).toEqual(Array(4).fill(before))
})

test('counted anew, the numbers are the same', async () => {
  const { id } = await makeSubmission({ published, ...spread[2] })
  const before = await publishedHexagons(10)
  await as({ as: 'seed' }, (tx) => tx.execute('select count_hexagons_anew()'))
  expect(await publishedHexagons(10)).toEqual(before)
  await as({ as: 'seed' }, (tx) =>
    tx.update(submissions).set({ publishedAt: new Date() }).where(eq(submissions.id, id)),
  )
  expect(await publishedHexagons(10)).toEqual(before)
})
