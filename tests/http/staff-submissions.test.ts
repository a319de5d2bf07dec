import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { route as routeTo } from '#app/domain/submissions/route.server.ts'
import { pledge } from '#db/seeds/reference/pledge.ts'
import * as queue from '#app/routes/staff.queue.tsx'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import * as answer from '#app/routes/staff.submissions.$ref.answer.tsx'
import * as assign from '#app/routes/staff.submissions.$ref.assign.tsx'
import * as link from '#app/routes/staff.submissions.$ref.link.tsx'
import * as move from '#app/routes/staff.submissions.$ref.move.tsx'
import * as note from '#app/routes/staff.submissions.$ref.note.tsx'
import * as lookOver from '#app/routes/staff.look-over.ts'
import * as publicText from '#app/routes/staff.submissions.$ref.public-text.tsx'
import * as publish from '#app/routes/staff.submissions.$ref.publish.tsx'
import * as reply from '#app/routes/staff.submissions.$ref.reply.tsx'
import * as route from '#app/routes/staff.submissions.$ref.route.tsx'
import * as shareNote from '#app/routes/staff.submissions.$ref.share-note.tsx'
import * as unlink from '#app/routes/staff.submissions.$ref.unlink.tsx'
import * as unpublish from '#app/routes/staff.submissions.$ref.unpublish.tsx'
import * as unroute from '#app/routes/staff.submissions.$ref.unroute.tsx'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { get, post, type Answer } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const hostile = '<script>alert(1)</script>\u202E"\'&amp; ${7*7} =cmd|calc 🙂\u0000'
const kept = '<script>alert(1)</script>"\'&amp; ${7*7} =cmd|calc 🙂'

let coordinator: Staff, colleague: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  colleague = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

type Route = Parameters<typeof post>[0]
const at = (ref: string, verb = '') => `/staff/submissions/${ref}${verb && `/${verb}`}`
const act = (on: Route, ref: string, fields: Record<string, string> = {}) =>
  post(on, at(ref), { params: { ref }, cookie, fields })
const page = async (ref: string, as = cookie) => {
  const shown = await get(submission, at(ref), { params: { ref }, cookie: as })
  return { status: shown.status, view: (shown.data as { view: SubmissionView } | undefined)?.view }
}
const mustBeDone = (given: Answer, ref: string, verb: string) =>
  expect([given.status, given.headers.get('Location')]).toEqual([303, `${at(ref)}?done=${verb}`])

test('a case is read, given to somebody, worked on, linked, answered and published', async () => {
  const { ref } = await makeSubmission({ category: 'lighting' })
  mustBeDone(await act(move, ref, { from: 'received', to: 'screening' }), ref, 'move')
  mustBeDone(await act(assign, ref, { from: '', assignee: colleague.id }), ref, 'assign')
  mustBeDone(await act(move, ref, { from: 'screening', to: 'in_progress' }), ref, 'move')
  mustBeDone(await act(note, ref, { body: 'Ringde trafikkontoret.' }), ref, 'note')
  const { view } = await page(ref)
  mustBeDone(await act(shareNote, ref, { note: view!.notes[0]!.id }), ref, 'share-note')
  mustBeDone(await act(reply, ref, { message: 'Vilken?', wait: 'yes', formToken: view!.formToken }), ref, 'reply')
  const [one, two] = pledge.commitments.map(({ slug }) => slug) as [string, string]
  mustBeDone(await act(link, ref, { commitment: `${one},${two}` }), ref, 'link')
  mustBeDone(await act(unlink, ref, { commitment: one }), ref, 'unlink')
  mustBeDone(await act(route, ref, { organisation: 'poseidon', rewrittenBody: 'En lampa.' }), ref, 'route')
  mustBeDone(await act(unroute, ref, { organisation: 'poseidon' }), ref, 'unroute')
  const text = { 'title.sv': 'Trasig lampa', 'body.sv': 'En lampa är trasig.', seen: view!.seen }
  mustBeDone(await act(publicText, ref, text), ref, 'public-text')
  const given = { 'answer.sv': 'Vi byter den.', audience: 'public', after: '0' }
  mustBeDone(await act(answer, ref, given), ref, 'answer')
  mustBeDone(await act(publish, ref), ref, 'publish')
  expect((await page(ref)).view).toMatchObject({
    ...{ status: 'answered', assignee: { id: colleague.id }, publicTitle: { sv: 'Trasig lampa' }, routings: [] },
    ...{ commitments: [{ slug: two }], answers: [{ version: 1, audience: 'public' }], notes: [{ shared: true }] },
  })
  mustBeDone(await act(unpublish, ref), ref, 'unpublish')
})

test('a form that is not filled in comes back with 422, what was typed and a code for each field', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const typed = { 'title.sv': '', 'body.sv': 'Text', 'title.en': 'x'.repeat(121), seen: 'x' }
  const cases: [Route, Record<string, string>, Record<string, string>][] = [
    [move, { from: 'in_progress', to: '' }, { to: 'missing' }],
    [note, { body: ' \n ' }, { body: 'missing' }],
    [reply, { message: 'x'.repeat(5001), formToken: 'x' }, { message: 'too-long' }],
    [link, {}, { commitment: 'missing' }],
    [route, { organisation: '', rewrittenBody: 'Kvar' }, { organisation: 'missing' }],
    [publicText, typed, { 'title.sv': 'missing', 'title.en': 'too-long' }],
    [
      answer,
      { 'answer.sv': '', 'answer.en': 'Kept', audience: 'all', after: '0' },
      { 'answer.sv': 'missing', audience: 'missing' },
    ],
  ]
  for (const [on, fields, errors] of cases)
    expect(await act(on, ref, fields)).toMatchObject({ status: 422, data: { values: fields, errors } })
})

test('a translation of the public text has both title and text, or neither', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const { seen } = (await page(ref)).view!
  const half = {
    'title.sv': 'Titel',
    'body.sv': 'Text',
    'title.en': '',
    'body.en': 'Text',
    'title.ar': 'عنوان',
    'body.ar': '',
    seen,
  }
  expect(await act(publicText, ref, half)).toMatchObject({
    ...{ status: 422, data: { errors: { 'title.en': 'missing', 'body.ar': 'missing' } } },
  })
})

test('a refusal is told with its own status, and what was typed is kept', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const late = await act(move, ref, { from: 'screening', to: 'not_pursued', reason: 'Inte vårt' })
  expect([late.status, late.data]).toMatchObject([
    409,
    { refused: 'changed-meanwhile', values: { reason: 'Inte vårt' } },
  ])
  const why = await act(move, ref, { from: 'in_progress', to: 'not_pursued', reason: '' })
  expect([why.status, why.data]).toMatchObject([422, { refused: 'reason-missing' }])
  const given = await act(answer, ref, { 'answer.sv': 'Ett långt svar', audience: 'public', after: '3' })
  expect([given.status, given.data]).toMatchObject([
    409,
    { refused: 'changed-meanwhile', values: { 'answer.sv': 'Ett långt svar' } },
  ])
  const bare = await act(route, ref, { organisation: 'poseidon' })
  expect([bare.status, bare.data]).toMatchObject([422, { refused: 'rewritten-text-missing' }])
  expect(await act(publish, ref)).toMatchObject({ status: 422, data: { refused: 'public-text-missing' } })
})

test('of two who move it at once one is led on and the other is told', async () => {
  const { ref } = await makeSubmission({ status: 'screening' })
  const fields = { from: 'screening', to: 'in_progress' }
  const both = await Promise.all([act(move, ref, fields), act(move, ref, fields)])
  expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([303, 409])
})

test('hostile text is stored as it was typed, without what turns the reading around', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress', body: kept })
  await act(note, ref, { body: hostile })
  const { formToken, seen } = (await page(ref)).view!
  await act(reply, ref, { message: hostile, formToken })
  await act(publicText, ref, { 'title.sv': hostile, 'body.sv': hostile, seen })
  const found = (await findForStaff(coordinator, ref))!
  const texts = [found.notes[0]?.body, found.thread[0]?.body, found.publicTitle?.sv, found.publicBody?.sv]
  expect([found.original?.body, ...texts]).toEqual([kept, kept, kept, kept, kept])
})

test('nonsense in an address or a hidden field breaks nothing', async () => {
  for (const ref of ['', 'nope', '../../etc/passwd', "' or 1=1", '7KQ4-2M9P', 'x'.repeat(5000), '%00', '\u0000']) {
    expect((await page(ref)).status).toBe(404)
    expect((await act(move, ref, { from: 'received', to: 'screening' })).status).toBe(404)
    expect((await act(publish, ref)).status).toBe(404)
  }
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const nonsense: [Route, Record<string, string>][] = [
    [move, { from: 'nowhere', to: 'elsewhere' }],
    [assign, { from: hostile, assignee: hostile }],
    [shareNote, { note: hostile }],
    [link, { commitment: `${hostile},,${hostile}` }],
    [unlink, { commitment: hostile }],
    [route, { organisation: hostile }],
    [unroute, { organisation: hostile }],
    [reply, { message: 'Hej', formToken: hostile }],
    [answer, { 'answer.sv': 'Ja', audience: 'public', after: '-1' }],
    [publicText, { 'title.sv': 'a', 'body.sv': 'b', seen: hostile }],
  ]
  for (const [on, fields] of nonsense) expect((await act(on, ref, fields)).status).toBeOneOf([409, 422])
})

test('what somebody does not see is not there for her, whatever she tries', async () => {
  const officer = await cookieOf(await makeStaff('officer'))
  const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress' })
  expect((await page(ref, officer)).status).toBe(404)
  const tried = await post(move, at(ref), {
    params: { ref },
    cookie: officer,
    fields: { from: 'in_progress', to: 'waiting_for_resident' },
  })
  expect(tried.status).toBe(404)
  await routeTo(coordinator, ref, { organisation: 'polisen' })
  expect((await page(ref, officer)).view).toMatchObject({ can: { handle: false, note: true } })
  const again = await post(move, at(ref), {
    params: { ref },
    cookie: officer,
    fields: { from: 'in_progress', to: 'waiting_for_resident' },
  })
  expect(again.status).toBe(403)
})

test('the page for a company holds nothing that the resident wrote', async () => {
  const company = await cookieOf(await makeStaff('partner'))
  const { ref } = await makeSubmission({
    status: 'in_progress',
    body: 'Min granne Kim',
    placeNote: 'Vid min port',
    lat: 57.78029,
    lon: 12.03579,
    areaCode: undefined,
  })
  await routeTo(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa.' })
  const { view } = await page(ref, company)
  expect(view).toMatchObject({ rewritten: 'En lampa.', thread: [], routings: [], colleagues: [], pledges: [] })
  expect(view?.original).toBeUndefined()
  for (const secret of ['Min granne', 'Vid min port', '57.78', coordinator.name])
    expect(JSON.stringify(view)).not.toContain(secret)
})

test('the queue is filtered by what stands in its address, and what is nonsense there is left out', async () => {
  type Shown = { view: { rows: { ref: string; text: string }[]; tabs: { status: string; count: string }[] } }
  const shown = async (query: string) => {
    const { data } = await get(queue, `/staff/queue?category=litter&area=611${query}`, { cookie })
    return (data as Shown).view
  }
  const counts = async () => new Map((await shown('')).tabs.map((tab) => [tab.status, Number(tab.count)]))
  const before = await counts()
  const litter = await makeSubmission({ category: 'litter', areaCode: '611' })
  const idea = await makeSubmission({ category: 'litter', areaCode: '611', kind: 'idea', status: 'in_progress' })
  await act(assign, idea.ref, { from: '', assignee: coordinator.id })
  const own = [litter.ref, idea.ref]
  const refs = async (query: string) =>
    (await shown(query)).rows.map(({ ref }) => ref).filter((ref) => own.includes(ref))
  expect(await refs('')).toEqual([litter.ref, idea.ref])
  expect(await refs('&kind=idea')).toEqual([idea.ref])
  expect(await refs('&status=received')).toEqual([litter.ref])
  expect(await refs('&status=closed')).toEqual([])
  expect(await refs('&assignee=me')).toEqual([idea.ref])
  expect(await refs('&assignee=nobody')).toEqual([litter.ref])
  expect(await refs(`&assignee=${colleague.id}`)).toEqual([])
  expect(await refs('&after=21.0.ffffffff-ffff-4fff-8fff-ffffffffffff')).toEqual([])
  expect(await refs("&status=nope&kind='&assignee=%00&after=-1&x=<b>")).toEqual([litter.ref, idea.ref])
  const after = await counts()
  const more = (status: string) => (after.get(status) ?? 0) - (before.get(status) ?? 0)
  expect(['open', 'received', 'in_progress', 'all'].map(more)).toEqual([2, 1, 1, 2])
})

test('in the queue a text is one line of at most a hundred and sixty characters', async () => {
  const { ref } = await makeSubmission({
    category: 'vehicles',
    areaCode: '610',
    body: `Rad ett\n\nrad två ${'ord '.repeat(100)}`,
  })
  const { data } = await get(queue, '/staff/queue?category=vehicles&area=610', { cookie })
  const row = (data as { view: { rows: { ref: string; text: string }[] } }).view.rows.find((one) => one.ref === ref)
  expect(row?.text).toMatch(/^Rad ett rad två ord .* …$/)
  expect(row!.text.length).toBeLessThanOrEqual(162)
})

test('a public text that may point out a person is shown again with what does, until that is ticked', async () => {
  const { ref } = await makeSubmission({
    category: 'lighting',
    status: 'in_progress',
    body: 'Zoltan Kiss, 070-123 45 67.',
  })
  const { view } = await page(ref)
  expect(view!.personal).toMatchObject({
    original: [[{ text: 'Zoltan Kiss', kind: 'name' }, { text: ', ' }, { text: '070-123 45 67', kind: 'phone' }, {}]],
    saved: undefined,
  })
  const text = { 'title.sv': 'Hos Zoltan', 'body.sv': 'En lampa är trasig.', seen: view!.seen }
  const again = await act(publicText, ref, text)
  const passages = [{ kind: 'name', text: 'Zoltan' }]
  expect(again).toMatchObject({ status: 422, data: { values: text, refused: 'looks-personal', look: { passages } } })
  const { look } = again.data as { look: { mark: string } }
  mustBeDone(await act(publicText, ref, { ...text, looked: look.mark }), ref, 'public-text')
  expect((await page(ref)).view!.personal!.saved).toMatchObject({ passages })
})

test('a text that is being written is looked through for script, and nothing of it is kept', async () => {
  const body = new URLSearchParams({ text: 'Ring Zoltan.\n\nVid Komettorget.' })
  const request = new Request('http://localhost:3000/staff/look-over', { method: 'POST', body, headers: { cookie } })
  const answered = (await lookOver.action({ request, params: {}, context: { address: '' } })) as Response
  expect(await answered.json()).toEqual({
    paragraphs: [[{ text: 'Ring ' }, { text: 'Zoltan', kind: 'name' }, { text: '.' }], [{ text: 'Vid Komettorget.' }]],
  })
})
