import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { allTemplates } from '#app/domain/templates/queries.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { withdrawPublicText } from '#app/domain/submissions/withdraw-public-text.server.ts'
import * as fourEyes from '#app/routes/staff.admin.four-eyes.tsx'
import * as listed from '#app/routes/staff.admin.templates._index.tsx'
import * as oneTemplate from '#app/routes/staff.admin.templates.$id.tsx'
import * as added from '#app/routes/staff.admin.templates.new.tsx'
import * as answer from '#app/routes/staff.submissions.$ref.answer.tsx'
import * as approvePlan from '#app/routes/staff.submissions.$ref.approve-plan.tsx'
import * as cancelPlan from '#app/routes/staff.submissions.$ref.cancel-plan.tsx'
import * as draft from '#app/routes/staff.submissions.$ref.draft.ts'
import * as publish from '#app/routes/staff.submissions.$ref.publish.tsx'
import * as publicText from '#app/routes/staff.submissions.$ref.public-text.tsx'
import * as unpublish from '#app/routes/staff.submissions.$ref.unpublish.tsx'
import * as reply from '#app/routes/staff.submissions.$ref.reply.tsx'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { get, post } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { makeTemplate } from '../support/make-template.ts'

let coordinator: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

const viewOf = async (ref: string) =>
  ((await get(submission, `/staff/submissions/${ref}`, { params: { ref }, cookie })).data as { view: SubmissionView })
    .view

test('a coordinator previews a template, saves it, changes it and takes it out of use', async () => {
  const fields = { use: 'reply', name: 'Tack', 'body.sv': 'Tack! Ditt nummer är {ref}. {function}' }
  const shown = await post(added, '/staff/admin/templates/new', { cookie, fields: { ...fields, go: 'preview' } })
  expect(shown).toMatchObject({
    status: 200,
    data: { preview: [{ lang: 'sv', text: 'Tack! Ditt nummer är 7KQ4-2M9P. Funktionen coordinator' }] },
  })
  const wrong = await post(added, '/staff/admin/templates/new', { cookie, fields: { ...fields, 'body.sv': '{x}' } })
  expect(wrong).toMatchObject({ status: 422, data: { errors: { 'body.sv': 'unknown-placeholder' } } })
  const saved = await post(added, '/staff/admin/templates/new', { cookie, fields })
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/staff/admin/templates?done=add'])
  const { id } = (await allTemplates(coordinator)).find(({ body }) => body.sv === fields['body.sv'])!
  const page = { params: { id }, cookie }
  const { data } = await get(oneTemplate, `/staff/admin/templates/${id}`, page)
  const { values } = data as { values: Record<string, string> }
  expect(values).toMatchObject(fields)
  const changed = await post(oneTemplate, `/staff/admin/templates/${id}`, {
    ...page,
    fields: { ...values, name: 'Tack så mycket' },
  })
  expect(changed.headers.get('Location')).toBe('/staff/admin/templates?done=change')
  const late = await post(oneTemplate, `/staff/admin/templates/${id}`, {
    ...page,
    fields: { ...values, name: 'Tack igen' },
  })
  expect(late).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile' } })
  expect((await post(oneTemplate, '', { ...page, fields: { go: 'retire' } })).status).toBe(303)
  expect((await get(oneTemplate, '', page)).status).toBe(404)
  expect((await get(listed, '/staff/admin/templates', { cookie })).status).toBe(200)
})

test('an officer writes a template of the police, which the city neither sees nor is offered', async () => {
  const officer = await makeStaff('officer')
  const police = await cookieOf(officer)
  const name = `Polisens ${crypto.randomUUID()}`
  const fields = { use: 'answer', name, 'body.sv': 'Vi har fått det. {function}' }
  const saved = await post(added, '/staff/admin/templates/new', { cookie: police, fields })
  expect(saved.headers.get('Location')).toBe('/staff/admin/templates?done=add')
  const id = (await allTemplates(officer)).find((one) => one.name === name)!.id
  const listOf = async (of: string) => JSON.stringify((await get(listed, '/x', { cookie: of })).data)
  expect(await listOf(police)).toContain(name)
  expect(await listOf(cookie)).not.toContain(name)
  const page = { params: { id } }
  expect((await get(oneTemplate, '/x', { ...page, cookie: police })).status).toBe(200)
  expect((await get(oneTemplate, '/x', { ...page, cookie })).status).toBe(404)
  const retired = await post(oneTemplate, '/x', { ...page, cookie, fields: { go: 'retire' } })
  expect(retired.status).toBe(404)

  const city = await makeSubmission({ category: 'lighting', status: 'in_progress' })
  const theirs = await makeSubmission({ category: 'traffic', status: 'in_progress' })
  const insert = (ref: string, by: string) =>
    post(answer, '/x', { params: { ref }, cookie: by, fields: { insert: id } })
  expect((await insert(theirs.ref, police)).status).toBe(200)
  expect((await insert(city.ref, cookie)).status).toBe(404)
  // Nor into what the police only read.
  await route(coordinator, city.ref, { organisation: 'polisen' })
  expect((await insert(city.ref, police)).status).toBe(404)
})

test('nobody who does not answer comes to the templates', async () => {
  for (const role of ['partner', 'registrar', 'admin'] as const) {
    const other = await cookieOf(await makeStaff(role))
    for (const page of [listed, added]) expect((await get(page, '/x', { cookie: other })).status).toBe(403)
  }
})

test('who acts for no authority is given no form of a new template, and what she posts all the same stands there again', async () => {
  const driver = await cookieOf(await makeStaff('officer', 'poseidon'))
  expect((await get(added, '/x', { cookie: driver })).status).toBe(403)
  const fields = { use: 'answer', name: 'Lampor', 'body.sv': 'Vi lagar den.' }
  expect(await post(added, '/x', { cookie: driver, fields })).toMatchObject({
    ...{ status: 403, data: { refused: 'not-allowed', values: fields } },
  })
})

test('a template is put into the answer in each of its languages, below what was written, and nothing is sent', async () => {
  const id = await makeTemplate({
    use: 'answer',
    'body.sv': 'Vi har lagat det i {area}.',
    'body.en': '{category}: fixed.',
  })
  const { ref } = await makeSubmission({ category: 'lighting', areaCode: '606', status: 'in_progress' })
  expect((await viewOf(ref)).templates?.answer).toContainEqual(
    expect.objectContaining({ id, text: 'Vi har lagat det i Hammarkullen.' }),
  )
  const fields = { 'answer.sv': 'Hej!', audience: 'public', after: '0', insert: id }
  const filled = await post(answer, '/x', { params: { ref }, cookie, fields })
  expect(filled).toMatchObject({
    status: 200,
    data: {
      inserted: id,
      values: { 'answer.sv': 'Hej!\n\nVi har lagat det i Hammarkullen.', 'answer.en': 'Lighting: fixed.', after: '0' },
    },
  })
  const view = await viewOf(ref)
  expect([view.answers, view.status]).toEqual([[], 'in_progress'])
  for (const wrong of ['nothing', '-'.repeat(36), crypto.randomUUID()])
    expect((await post(answer, '/x', { params: { ref }, cookie, fields: { insert: wrong } })).status).toBe(404)
  expect((await post(reply, '/x', { params: { ref }, cookie, fields: { insert: id } })).status).toBe(404)
})

test('a template in a reply is in the language that the resident wants, and below it in Swedish', async () => {
  const id = await makeTemplate({ use: 'reply', 'body.sv': 'Tack, {ref}.', 'body.en': 'Thank you, {ref}.' })
  const { ref } = await makeSubmission({ language: 'en', status: 'in_progress' })
  const { data } = await post(reply, '/x', { params: { ref }, cookie, fields: { message: '', insert: id } })
  const { message = '' } = (data as { values: Record<string, string> }).values
  expect(message).toMatch(new RegExp(`^Thank you, ${ref}\\.[^]*Tack, ${ref}\\.$`))
})

test('a draft is kept by script and by the form, shown with its time, and discarded', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const visit = { params: { ref }, cookie }
  const at = `/staff/submissions/${ref}/draft?form=reply`
  const kept = await post(draft, `${at}&quiet`, { ...visit, fields: { message: 'Halvt', formToken: 'x' } })
  expect(kept.headers.get('content-type')).toContain('json')
  const view = await viewOf(ref)
  expect(view.drafts?.reply).toMatchObject({
    fields: { message: 'Halvt' },
    saved: expect.stringMatching(/\d\d[.:]\d\d/),
  })
  const saved = await post(draft, at, { ...visit, fields: { message: 'Helt' } })
  expect(saved.headers.get('Location')).toBe(`/staff/submissions/${ref}?done=draft`)
  expect((await post(draft, at, { ...visit, fields: { discard: 'yes' } })).status).toBe(303)
  expect((await viewOf(ref)).drafts?.reply).toBeUndefined()
  expect((await post(draft, '/x?form=other', visit)).status).toBe(404)
})

test('an answer and a publication are planned by their forms, shown as waiting, and taken back', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const visit = { params: { ref }, cookie }
  const fields = { 'answer.sv': 'Vi byter den.', 'answer.ar': 'سنستبدلها.', audience: 'resident', after: '0' }
  const wrong = await post(answer, '/x', { ...visit, fields: { ...fields, at: 'i morgon' } })
  expect(wrong).toMatchObject({ status: 422, data: { errors: { at: 'not-valid' } } })
  const past = await post(answer, '/x', { ...visit, fields: { ...fields, at: '2020-01-01T08:00' } })
  expect(past).toMatchObject({ status: 422, data: { refused: 'time-has-passed', values: fields } })
  const planned = await post(answer, '/x', { ...visit, fields: { ...fields, at: '2126-01-01T08:00' } })
  expect(planned.headers.get('Location')).toBe(`/staff/submissions/${ref}?done=plan`)
  const { plans, answers } = await viewOf(ref)
  expect([answers, plans?.waiting]).toMatchObject([[], [{ act: 'answer', own: true }]])
  expect(plans!.waiting[0]!.answer).toEqual({
    audience: 'resident',
    texts: [
      { lang: 'sv', name: 'Svenska', text: 'Vi byter den.' },
      { lang: 'ar', name: 'العربية', text: 'سنستبدلها.' },
    ],
  })
  const fieldsOfPlan = { plan: plans!.waiting[0]!.id }
  expect(await post(approvePlan, '/x', { ...visit, fields: fieldsOfPlan })).toMatchObject({ status: 409 })
  expect((await post(cancelPlan, '/x', { ...visit, fields: fieldsOfPlan })).status).toBe(303)
  expect((await viewOf(ref)).plans?.waiting).toEqual([])
  expect((await post(publish, '/x', { ...visit, fields: { publishAt: 'x' } })).status).toBe(422)
})

test('the administrator sets in which categories two read, over no other’s choice unseen, and nobody else does', async () => {
  const admin = await cookieOf(await makeStaff('admin'))
  const set = (fields: Record<string, string>, by = admin) => post(fourEyes, '/x', { cookie: by, fields })
  const shown = async () => {
    const { data } = await get(fourEyes, '/staff/admin/four-eyes', { cookie: admin })
    const { seen, categories } = data as { seen: string; categories: { category: string; chosen: boolean }[] }
    return { seen, chosen: categories.flatMap((one) => (one.chosen ? [one.category] : [])).sort() }
  }
  const { seen } = await shown()
  const both = await Promise.all([set({ category: 'upkeep,fires', seen }), set({ category: 'traffic', seen })])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 409]))
  const late = both[0].status === 409 ? 'upkeep,fires' : 'traffic'
  expect(both.find(({ status }) => status === 409)?.data).toMatchObject({
    refused: 'changed-meanwhile',
    values: { category: late },
  })
  expect((await set({ category: 'upkeep,fires', seen: (await shown()).seen })).status).toBe(303)
  expect((await shown()).chosen).toEqual(['fires', 'upkeep'])
  expect((await set({ category: 'nothing' })).status).toBe(422)
  expect((await set({}, cookie)).status).toBe(403)
  expect((await set({})).status).toBe(409)
  expect((await set({ seen: (await shown()).seen })).status).toBe(303)
})

test('before a case is published again it says how many earlier texts the public then reads again', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress', published: { title: 'En lampa', body: 'Trasig.' } })
  const back = async () => (await viewOf(ref)).versions?.back
  const write = async (text: string) =>
    post(publicText, '/x', {
      ...{ params: { ref }, cookie },
      fields: { 'title.sv': text, 'body.sv': text, seen: (await viewOf(ref)).seen },
    })
  expect(await back()).toBeUndefined()
  await post(unpublish, '/x', { params: { ref }, cookie })
  expect(await back()).toBeUndefined()
  await write('Lampan vid skolan är trasig.')
  expect(await back()).toContain('står 1 tidigare text åter')
  await post(publish, '/x', { params: { ref }, cookie, fields: {} })
  expect(await back()).toBeUndefined()
  await write('Lampan vid bron är trasig.')
  await post(unpublish, '/x', { params: { ref }, cookie })
  expect(await back()).toContain('står 2 tidigare texter åter')
  await withdrawPublicText(coordinator, ref, { version: 1, ground: 'privacy', reason: 'Ett namn.' })
  expect(await back()).toContain('står 1 tidigare text åter')
})
