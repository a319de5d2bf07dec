import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { answerMany } from '#app/domain/submissions/answer-many.server.ts'
import { carryOutDue } from '#app/domain/submissions/carry-out.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import * as many from '#app/routes/staff.answer-many.tsx'
import * as batchPage from '#app/routes/staff.answer-many_.$batch.tsx'
import * as draft from '#app/routes/staff.answer-many_.draft.ts'
import { get, post } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

let coordinator: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

type Preview = { preview: { seen: string; cases: { ref: string; texts: { lang: string; text: string }[] }[] } }
const send = (fields: Record<string, string>) => post(many, '/staff/answer-many', { cookie, fields })

test('what each would read is shown first, with its own words filled in, and then given to all', async () => {
  const [one, two] = await Promise.all(
    ['606', '609'].map((areaCode) => makeSubmission({ areaCode, status: 'in_progress' })),
  )
  const fields = {
    ...{
      ref: `${one!.ref},${two!.ref}`,
      'answer.sv': 'Vi lagar det i {area}.',
      'answer.en': '{ref}',
      audience: 'public',
    },
  }
  const shown = await send({ ...fields, go: 'preview' })
  const { preview } = shown.data as Preview
  const texts = Object.fromEntries(preview.cases.map(({ ref, texts: told }) => [ref, told.map(({ text }) => text)]))
  expect(texts).toEqual({
    [one!.ref]: ['Vi lagar det i Hammarkullen.', one!.ref],
    [two!.ref]: ['Vi lagar det i Linnarhult.', two!.ref],
  })
  expect((await findForStaff(coordinator, one!.ref))?.responses).toEqual([])
  const done = await send({ ...fields, go: 'send', seen: preview.seen })
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/staff/answer-many?done=2'])
  expect((await findForStaff(coordinator, two!.ref))?.responses[0]?.body).toEqual({
    ...{ sv: 'Vi lagar det i Linnarhult.', en: two!.ref },
  })
})

test('what is not filled in or not known is told, and nobody gets what was not shown', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const { ref: other } = await makeSubmission({ status: 'in_progress' })
  expect(await send({ 'answer.sv': '', audience: 'public' })).toMatchObject({
    ...{ status: 422, data: { errors: { ref: 'missing', 'answer.sv': 'missing' } } },
  })
  expect(await send({ ref, 'answer.sv': '{namn}', audience: 'public' })).toMatchObject({
    ...{ status: 422, data: { errors: { 'answer.sv': 'unknown-placeholder' } } },
  })
  const fields = { ref: `${ref},${other}`, 'answer.sv': 'Klart.', audience: 'resident' }
  const { preview } = (await send(fields)).data as Preview
  const unseen = { ...fields, 'answer.sv': 'Något annat.', go: 'send', seen: preview.seen }
  expect(await send(unseen)).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile' } })
  await answer(coordinator, other, { body: { sv: 'Först' }, audience: 'public', after: 0 })
  const late = await send({ ...fields, go: 'send', seen: preview.seen })
  expect(late).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile', ref: other } })
  expect((await findForStaff(coordinator, ref))?.responses).toEqual([])
  expect(await send({ ...fields, go: 'change' })).toMatchObject({ status: 200, data: { values: fields } })
})

test('a template that is not there is put into no answer, whatever its id looks like', async () => {
  for (const insert of ['nothing', '-'.repeat(36), crypto.randomUUID()])
    expect((await send({ 'answer.sv': 'Hej!', insert })).status).toBe(404)
})

test('the page is for those who answer', async () => {
  expect((await get(many, '/staff/answer-many?category=lighting', { cookie })).status).toBe(200)
  const registrar = await cookieOf(await makeStaff('registrar'))
  expect((await get(many, '/staff/answer-many', { cookie: registrar })).status).toBe(403)
})

test('what was marked in the queue, or all of it, comes to the page ticked, and what cannot be answered is named', async () => {
  const [one, two, closed] = [
    await makeSubmission({ status: 'in_progress', category: 'vehicles' }),
    await makeSubmission({ status: 'in_progress', category: 'vehicles' }),
    await makeSubmission({ status: 'closed', category: 'vehicles' }),
  ]
  const shown = async (query: string) =>
    (await get(many, `/staff/answer-many?${query}`, { cookie })).data as {
      cases: { ref: string }[]
      ticked: string[]
      left: string[]
      here: string
      back: string
    }
  const marked = await shown(`from=category%3Dvehicles&ref=${one.ref}&ref=${closed.ref}&ref=nonsense`)
  expect([marked.cases.map(({ ref }) => ref), marked.ticked, marked.left]).toEqual([[one.ref], [one.ref], [closed.ref]])
  expect([marked.here, marked.back]).toEqual([
    `/staff/answer-many?from=category%3Dvehicles&ref=${one.ref}&ref=${closed.ref}`,
    '/staff/queue?category=vehicles',
  ])
  const all = await shown('from=category%3Dvehicles&all=yes')
  expect(all.ticked).toEqual(expect.arrayContaining([one.ref, two.ref]))
  expect(all.ticked).not.toContain(closed.ref)
  const none = await shown('category=vehicles')
  expect([none.ticked, none.cases.length]).toEqual([[], all.cases.length])
})

test('one that was shown can be left out, and the others wait for their time on a page of their own', async () => {
  const made = await Promise.all([1, 2, 3].map(() => makeSubmission({ status: 'in_progress' })))
  const refs = made.map(({ ref }) => ref)
  const fields = { ref: refs.join(','), 'answer.sv': 'Vi lagar {ref}.', audience: 'public', at: '2126-01-01T08:00' }
  const { preview } = (await send(fields)).data as Preview
  expect(preview).toMatchObject({ audience: 'public', second: false, when: expect.stringContaining('2126') })
  const [first, ...others] = refs
  const done = await send({ ...fields, ref: others.join(','), go: 'send', seen: preview.seen })
  expect(done.status).toBe(303)
  const address = done.headers.get('Location')!
  const batch = /answer-many\/([\da-f-]{36})\?done=planned/.exec(address)![1]!
  const visit = { params: { batch }, cookie }
  const { data } = await get(batchPage, address, visit)
  const told = data as { cases: { ref: string; texts: { text: string }[] }[]; isOpen: boolean; own: boolean }
  expect(told).toMatchObject({ isOpen: true, own: true })
  expect(told.cases.map(({ ref, texts }) => [ref, texts[0]?.text])).toEqual(
    [...others].sort().map((ref) => [ref, `Vi lagar ${ref}.`]),
  )
  expect(JSON.stringify(told)).not.toContain(first)
  expect(await post(batchPage, address, { ...visit, fields: { seen: '' } })).toMatchObject({ status: 409 })
  expect((await post(batchPage, address, { ...visit, fields: { go: 'cancel' } })).status).toBe(303)
  expect((await get(batchPage, address, visit)).data).toMatchObject({ isOpen: false })
  const officer = await cookieOf(await makeStaff('officer'))
  expect((await get(batchPage, address, { ...visit, cookie: officer })).status).toBe(404)
  for (const wrong of ['x', crypto.randomUUID()])
    expect((await get(batchPage, address, { params: { batch: wrong }, cookie })).status).toBe(404)
})

test('what is half written to many is kept by script and by the form, and stands there again', async () => {
  const own = await cookieOf(await makeStaff('coordinator'))
  const keep = (query: string, fields: Record<string, string>) =>
    post(draft, `/staff/answer-many/draft?${query}`, { cookie: own, fields })
  const quiet = await keep('category=vehicles&quiet', { 'answer.sv': 'Vi lagar', ref: 'XXXX-XXXX' })
  expect(quiet.status).toBe(200)
  const page = async () =>
    (await get(many, '/staff/answer-many', { cookie: own })).data as { draft?: { fields: object } }
  expect((await page()).draft?.fields).toEqual({ 'answer.sv': 'Vi lagar' })
  const byForm = await keep('category=vehicles', { 'answer.sv': 'Vi lagar det' })
  expect([byForm.status, byForm.headers.get('Location')]).toEqual([303, '/staff/answer-many?category=vehicles'])
  await keep('', { discard: 'yes' })
  expect((await page()).draft).toBeUndefined()
})

test('who keeps what is half written comes back to the cases that she had ticked, and to no other', async () => {
  const own = await cookieOf(await makeStaff('coordinator'))
  const made = await Promise.all([1, 2, 3].map(() => makeSubmission({ status: 'in_progress', category: 'vehicles' })))
  const [first, second, third] = made.map(({ ref }) => ref)
  const tickedAfter = async (query: string, fields: Record<string, string>) => {
    const answered = await post(draft, `/staff/answer-many/draft?${query}`, { cookie: own, fields })
    const address = answered.headers.get('Location')!
    const { data } = await get(many, address, { cookie: own })
    return new Set((data as { ticked: string[] }).ticked)
  }
  const fields = { 'answer.sv': 'Vi lagar', ref: `${first},${third}` }
  const kept = new Set([first, third])
  expect(await tickedAfter(`from=category%3Dvehicles&ref=${first}&ref=${second}&ref=${third}`, fields)).toEqual(kept)
  expect(await tickedAfter('from=category%3Dvehicles&all=yes', fields)).toEqual(kept)
  expect(await tickedAfter('from=category%3Dvehicles', fields)).toEqual(kept)
  expect(await tickedAfter('category=vehicles', { ...fields, discard: 'yes' })).toEqual(kept)
  expect(await tickedAfter('from=category%3Dvehicles&all=yes', { 'answer.sv': 'Vi lagar' })).toEqual(new Set())
})

test('who has answered some of a queue or of a subject comes back to the rest of it, with none of it ticked', async () => {
  const after = async (query: string) => {
    const made = await Promise.all([1, 2].map(() => makeSubmission({ status: 'in_progress', category: 'vehicles' })))
    const fields = { ref: made[0]!.ref, 'answer.sv': 'Vi lagar det.', audience: 'public' }
    const at = `/staff/answer-many?${query}&ref=${made[0]!.ref}&all=yes`
    const { preview } = (await post(many, at, { cookie, fields })).data as Preview
    const done = await post(many, at, { cookie, fields: { ...fields, go: 'send', seen: preview.seen } })
    const { data } = await get(many, done.headers.get('Location')!, { cookie })
    const told = data as { done: string; ticked: string[]; cases: { ref: string }[]; here: string }
    expect(told.cases.map(({ ref }) => ref)).toEqual(expect.arrayContaining([made[1]!.ref]))
    return { done: told.done, ticked: told.ticked, here: told.here }
  }
  const rest = (here: string) => ({ done: '1 ärende är besvarat.', ticked: [], here: `/staff/answer-many?${here}` })
  expect(await after('from=category%3Dvehicles')).toEqual(rest('from=category%3Dvehicles'))
  expect(await after('category=vehicles')).toEqual(rest('category=vehicles'))
})

test('answers that were not given when their time came stand there with why, and the way to answer anew', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => makeSubmission({ status: 'in_progress' })))
  const refs = [one!.ref, two!.ref].sort()
  const cases = refs.map((ref) => ({ ref, after: 0, said: 0, body: { sv: `Svar till ${ref}` } }))
  const planned = await answerMany(coordinator, { cases, audience: 'public', at: new Date(Date.now() + 60_000) })
  const batch = 'batch' in planned ? planned.batch : ''
  await answer(coordinator, refs[1]!, { body: { sv: 'Först' }, audience: 'public', after: 0 })
  await carryOutDue(new Date(Date.now() + 120_000))
  const { data } = await get(batchPage, '/x', { params: { batch }, cookie })
  expect(data).toMatchObject({
    ...{ isOpen: false, again: `/staff/answer-many?ref=${refs[0]}&ref=${refs[1]}` },
    cases: [
      { ref: refs[0], refusal: 'another-of-many', texts: [{ text: `Svar till ${refs[0]}` }] },
      { ref: refs[1], refusal: 'changed-meanwhile', texts: [{ text: `Svar till ${refs[1]}` }] },
    ],
  })
})
