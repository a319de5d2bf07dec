import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { organisations } from '#db/schema/staff.ts'
import { countInsights } from '#app/domain/insights/count-insights.server.ts'
import { csvOf } from '#app/http/csv.ts'
import { plainFigure, tableKeys } from '#app/http/tell-insights.server.ts'
import { loader as file } from '#app/routes/staff.insights[.]csv.ts'
import { loader as page } from '#app/routes/staff.insights.tsx'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const secret = 'Trappan bakom den blå porten'
let analyst: string

beforeAll(async () => {
  for (let n = 0; n < 6; n++) await makeSubmission({ body: secret, areaCode: '609', category: 'praise' })
  await countInsights()
  analyst = await cookieOf(await makeStaff('analyst'))
})

const pageFor = (cookie: string, query = '') => get({ loader: page }, `/staff/insights${query}`, { cookie })

test('an analyst reads figures, of both authorities, and not a word of a case', async () => {
  const { status, data } = await pageFor(analyst, '?area=609')
  expect(status).toBe(200)
  expect(JSON.stringify(data)).not.toContain(secret)
  const { figures, choices } = data as { figures: { key: string; cell: { value: number } }[]; choices: object }
  expect(figures.find(({ key }) => key === 'received')!.cell.value).toBeGreaterThanOrEqual(5)
  expect(choices).toMatchObject({ authority: [{ value: 'polisen' }, { value: 'goteborg' }] })
})

test('an officer who is limited to some areas can choose among those alone', async () => {
  const { data } = await pageFor(await cookieOf(await makeStaff('officer', 'polisen', ['606'])))
  expect(data).toMatchObject({ choices: { authority: [], area: [{ value: '606' }] } })
  expect(JSON.stringify((data as { tables: object }).tables)).not.toContain('Linnarhult')
})

test.each(['admin', 'registrar', 'partner', 'organiser'] as const)(
  'a person who is %s has no figures',
  async (role) => {
    const cookie = await cookieOf(await makeStaff(role))
    expect((await pageFor(cookie)).status).toBe(403)
    expect((await get({ loader: file }, '/staff/insights.csv?table=areas', { cookie })).status).toBe(403)
  },
)

test('every table can be had as a file, with the same figures hidden; another is not there', async () => {
  for (const table of tableKeys) {
    const request = new Request(`http://localhost/staff/insights.csv?table=${table}&area=609`, {
      headers: { Cookie: analyst },
    })
    const answer = await file({ request, params: {}, context: { address: '192.0.2.1' } })
    expect(answer.headers.get('content-disposition')).toContain(`${table}.csv`)
    const text = await answer.text()
    expect(text, table).toMatch(/^[^\n]+,[^\n]+\r\n/)
    expect(text, table).not.toMatch(/(^|,)[0-4](,|\r)/m)
  }
  expect((await get({ loader: file }, '/staff/insights.csv?table=people', { cookie: analyst })).status).toBe(404)
})

test('the key figures are a file too, the same as on the page, a share with its sign', async () => {
  const { data } = await pageFor(analyst)
  const { figures } = data as { figures: { label: string; cell: Parameters<typeof plainFigure>[0] }[] }
  const request = new Request('http://localhost/staff/insights.csv?table=figures', { headers: { Cookie: analyst } })
  const answer = await file({ request, params: {}, context: { address: '192.0.2.1' } })
  const [, ...lines] = (await answer.text()).trim().split('\r\n')
  // What reads a text takes the mark of its encoding away, what makes the file puts it there.
  const onPage = csvOf(figures.map(({ label, cell }) => [label, plainFigure(cell)])).replace('\uFEFF', '')
  expect(lines).toEqual(onPage.trim().split('\r\n'))
  expect(lines.at(-1)).toMatch(/,(\d+ %|[a-zåäö ]+)$/)
})

test('the file of what lies with whom has a line for every organisation, also where it hides all', async () => {
  const inOrder = (names: (string | undefined)[]) => names.toSorted((one = '', other = '') => (one < other ? -1 : 1))
  const all = await as({ as: 'seed' }, (tx) => tx.select({ name: organisations.name }).from(organisations))
  const names = inOrder(all.map(({ name }) => name))
  for (const query of ['', '&area=603', '&authority=polisen']) {
    const request = new Request(`http://localhost/staff/insights.csv?table=workloads${query}`, {
      headers: { Cookie: analyst },
    })
    const text = await (await file({ request, params: {}, context: { address: '192.0.2.1' } })).text()
    const lines = text.trim().split('\r\n').slice(1)
    expect(inOrder(lines.map((line) => line.split(',')[0])), query).toEqual(names)
    for (const line of lines) expect(line).toMatch(/^[^,]+(,(färre än fem|\d*[05])){5}$/)
  }
})
