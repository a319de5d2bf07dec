import { brotliCompressSync } from 'node:zlib'
import { cellToLatLng, cellToParent, polygonToCells } from 'h3-js'
import { sql } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { areaOfPoint } from '#app/domain/areas/locate.server.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { speaking } from '#app/i18n/catalogues.server.ts'
import { loader as home } from '#app/routes/$lang._index.tsx'
import { loader as area } from '#app/routes/$lang.areas.$slug.tsx'
import { loader as hexagons } from '#app/routes/$lang.map_.hexagons.ts'
import { loader as map } from '#app/routes/$lang.map.tsx'
import { HomeMap } from '#app/ui/home/home-map.tsx'
import { SchematicMap } from '#app/ui/map/schematic-map.tsx'

const many = 5000
const asked = (params: Record<string, string> = {}, query = '') => ({
  request: new Request(`http://localhost:3000/${query}`),
  params: { lang: 'sv', ...params },
  context: { address: '127.0.0.1' },
})

beforeAll(async () => {
  const inside = (await districtAreas()).flatMap(({ outline }) =>
    outline.type === 'Polygon' ? polygonToCells(outline.coordinates, 10, true) : [],
  )
  const places = await Promise.all(
    inside.slice(-many).map(async (cell) => ({
      ...{ cell, block: cellToParent(cell, 9), quarter: cellToParent(cell, 8), ward: cellToParent(cell, 7) },
      area: await areaOfPoint(...cellToLatLng(cell)),
    })),
  )
  await as({ as: 'seed' }, (tx) =>
    tx.execute(sql`
      insert into submissions (ref, kind, category, receiving_authority, language, body, area_code, code_hash, code_public_key,
        public_title, public_body, cell, block, quarter, ward, vicinity, public_area_code, published_at)
      select 'M' || cell, 'concern', 'lighting', 'city', 'sv', 'x', area, 'many ' || cell, 'x',
        '{"sv":"x"}', '{"sv":"x"}', cell, block, quarter, ward, quarter, area, '2020-01-01'
      from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
        as place (cell text, block text, quarter text, ward text, area text)`),
  )
})

// Without the checks of whether anything refers to them, which look through all.
afterAll(() =>
  as({ as: 'seed' }, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`delete from submissions where code_hash like 'many %'`)
    await tx.execute(sql`select count_hexagons_anew()`)
  }),
)

const drawn = (page: React.ReactNode) => {
  const html = renderToStaticMarkup(<I18nextProvider i18n={speaking('sv')}>{page}</I18nextProvider>)
  return { marks: html.match(/\?(area=[^"]*)?(around|cell)=/g)?.length ?? 0, bytes: brotliCompressSync(html).length }
}

test('with 5,000 published places home draws 40 marks at most', async () => {
  const { language, map: base, hexagons: told } = await home(asked())
  const { marks, bytes } = drawn(<HomeMap {...{ language, map: base }} hexagons={told} />)
  expect(marks).toBeGreaterThan(10)
  expect(marks).toBeLessThanOrEqual(40)
  expect(bytes).toBeLessThan(9_000)
})

test('the page of the map sends 50 marks at most, and twenty of the list', async () => {
  const { points, submissions } = await map(asked())
  expect(points.length).toBeLessThanOrEqual(50)
  expect(submissions).toHaveLength(20)
  expect(brotliCompressSync(JSON.stringify(points)).length).toBeLessThan(4_000)
})

test('the map of an area has no more marks than room', async () => {
  for (const slug of ['bergum', 'hammarkullen']) {
    const { language, base, view, hexagons: told } = await area(asked({ slug }))
    expect(drawn(<SchematicMap {...{ language, base, view }} hexagons={told} />).marks).toBeLessThanOrEqual(60)
  }
})

test('what the live map asks for is what lies in the wide hexagons it names', async () => {
  const ask = async (level: number, wide: string) => {
    const answer = await hexagons(asked({}, `?level=${level}&in=${wide}`))
    const points = (await answer.json()) as { cell: string; within: string }[]
    expect(points.length).toBeGreaterThan(0)
    expect(new Set(points.map(({ within }) => within))).toEqual(new Set([wide]))
    return points
  }
  const quarters = await ask(8, (await map(asked())).points[0]!.cell)
  expect(quarters.length).toBeLessThanOrEqual(7)
  const { cell } = quarters[0]!
  expect((await ask(9, cell)).length).toBeLessThanOrEqual(7)
  expect((await ask(10, cell)).length).toBeLessThanOrEqual(60)
  for (const nonsense of ['', `?level=8&in=${cell}`, '?level=9&in=x', `?level=9&in=${cell},,`])
    await expect(hexagons(asked({}, nonsense))).rejects.toMatchObject({ status: 404 })
})
