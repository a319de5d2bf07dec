import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { entries } from '#db/schema/commitments.ts'
import { loader as area } from '#app/routes/$lang.areas.$slug.tsx'
import { loader as commitments } from '#app/routes/$lang.commitments._index.tsx'
import { loader as commitment } from '#app/routes/$lang.commitments.$slug.tsx'
import { loader as map } from '#app/routes/$lang.map.tsx'
import { loader as pledge } from '#app/routes/$lang.pledges.$slug.tsx'
import { loader as submissions } from '#app/routes/$lang.submissions._index.tsx'
import { loader as submission } from '#app/routes/$lang.submissions.$ref.tsx'
import { makePledge } from '../support/make-pledge.ts'
import { makeSubmission } from '../support/make-submission.ts'

const asked = (params: Record<string, string>, query = ''): LoaderFunctionArgs => ({
  request: new Request(`http://localhost:3000/${query}`),
  params: { lang: 'sv', ...params },
  context: { address: '127.0.0.1' },
})

const published = { title: 'Mörk gångväg', body: 'Flera lampor är trasiga.' }

/** What a loader throws: the answer to what is not there. */
async function refusal(work: Promise<unknown>): Promise<[number, string]> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error('it was there')
  return [thrown.status, await thrown.text()]
}

test('a submission that is not published answers as one that has never been', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const unpublished = await refusal(submission(asked({ ref })))
  for (const nonsense of ['0000-0000', 'x', '../etc', "' or 1=1 --"])
    expect(await refusal(submission(asked({ ref: nonsense })))).toEqual(unpublished)
  expect(unpublished).toEqual([404, ''])
})

test.each([
  ['area', area, { slug: 'nowhere' }],
  ['commitment', commitment, { slug: 'nothing' }],
  ['pledge', pledge, { slug: 'nothing' }],
] as const)('an unknown %s is not there', async (_, loader, params) => {
  expect((await refusal(loader(asked(params))))[0]).toBe(404)
})

test('an unknown language is not there', async () => {
  expect((await refusal(map(asked({ lang: 'xx' }))))[0]).toBe(404)
})

test('a published submission tells its place by area only, and its time by day', async () => {
  const { id, ref, code } = await makeSubmission({ published, lat: 57.7812, lon: 12.0331, areaCode: undefined })
  const told = JSON.stringify(await submission(asked({ ref })))
  expect(told).toContain('Hammarkullen')
  for (const secret of ['57.78', '12.03', id, code, 'Lampan vid gångvägen', 'cell']) expect(told).not.toContain(secret)
  expect(told).not.toMatch(/\d\d:\d\d/)
})

test('the list and the map hold the centre of a hexagon, never the point', async () => {
  await makeSubmission({ published, lat: 57.78123, lon: 12.03312, areaCode: undefined })
  const told = JSON.stringify([await map(asked({})), await submissions(asked({}))])
  expect(told).not.toMatch(/57\.78123|12\.03312/)
})

test('filters that make no sense are left out', async () => {
  const { chosen } = await submissions(
    asked({}, '?area=%3Cscript%3E&category=nothing&kind=tip&cell=zz&around=8a1f25a8d2a7fff&after=1'),
  )
  expect(chosen).toEqual({ area: '', category: '', kind: '', cell: '', around: '' })
})

test('the list asks for more with the filters kept', async () => {
  for (let i = 0; i < 21; i++) await makeSubmission({ published, areaCode: '305', category: 'upkeep' })
  const first = await submissions(asked({}, '?area=vastra-bergsjon&category=upkeep'))
  expect(first.submissions).toHaveLength(20)
  expect(first.older).toMatch(/^\/sv\/submissions\?area=vastra-bergsjon&category=upkeep&after=/)
  const second = await submissions(asked({}, first.older!.slice(first.older!.indexOf('?'))))
  expect(second.submissions.length).toBeGreaterThan(0)
  expect(second.newest).toBe('/sv/submissions?area=vastra-bergsjon&category=upkeep')
})

test('progress is told with the sum, the target and the day', async () => {
  const { commitmentId, slug } = await makePledge({ owners: ['sspf'], measure: { target: 400, per: 'pledge' } })
  const entry = { commitmentId, organisation: 'sspf', on: '2026-10-31', count: 283 }
  await as({ as: 'seed' }, (tx) => tx.insert(entries).values(entry))
  const told = await commitment(asked({ slug }))
  expect(told.commitment).toMatchObject({
    sentence: '283 av minst 400 till och med 31 oktober 2026',
    report: 'Senaste rapport: 31 oktober 2026',
    owners: 'SSPF',
    goal: 'minst 400 tillfällen under hela löftet',
    state: 'on-pace',
  })
  const arabic = await commitment(asked({ slug, lang: 'ar' }))
  expect(arabic.commitment.sentence).toContain('283')
})

test('the pledge that has ended says that its results were not reported here', async () => {
  const { pledge: told } = await pledge(asked({ slug: 'nordost-2023-2024' }))
  expect(told.ended).toBeTruthy()
  expect(told.commitments).toHaveLength(10)
  for (const { report, state } of told.commitments)
    expect([state, report]).toEqual(['no-report', 'Inget resultat har redovisats här.'])
})

test('there is a current pledge with its commitments at a glance', async () => {
  await makePledge()
  const { pledge: told } = await commitments(asked({}))
  expect(told?.commitments.length).toBeGreaterThan(0)
})

test('an area shows what was published there, its working area and a map', async () => {
  const { ref } = await makeSubmission({ published, areaCode: '606' })
  const told = await area(asked({ slug: 'hammarkullen' }))
  expect(told.submissions.map((one) => one.ref)).toContain(ref)
  expect(told.area).toMatchObject({ name: 'Hammarkullen', working: expect.stringContaining('Hammarkullen') })
  expect(told.base.areas).toHaveLength(17)
})
