import { afterEach, beforeEach, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { sql } from 'drizzle-orm'
import { answer as give } from '#app/domain/submissions/answer.server.ts'
import { applyRules } from '#app/domain/submissions/apply-rules.server.ts'
import { keepDraft } from '#app/domain/submissions/keep-draft.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { retireTemplate } from '#app/domain/templates/retire-template.server.ts'
import * as list from '#app/routes/staff.admin.rules._index.tsx'
import * as change from '#app/routes/staff.admin.rules.$id.tsx'
import * as verbOf from '#app/routes/staff.admin.rules.$id_.$verb.tsx'
import * as add from '#app/routes/staff.admin.rules.new.tsx'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import type { ShownChange } from '#app/ui/rules/rule-fields.ts'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { get, post, type Answer } from '../support/call-route.ts'
import { makeRule, rulesAlone, withoutRules } from '../support/make-rule.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { makeTemplate } from '../support/make-template.ts'

const [listed, added] = ['/staff/admin/rules', '/staff/admin/rules/new']
const fields = { name: 'Moped', words: 'moped\nkorsad, epa', priority: 'high' }

rulesAlone('goteborg')
beforeEach(() => withoutRules('goteborg'))
afterEach(() => withoutRules('goteborg'))

const trialOf = ({ data }: Answer) => (data as { trial?: { mark: string } }).trial
const codesOf = ({ data }: Answer) => (data as { errors: object }).errors

test('whoever writes no rules is answered so, and one of nobody is not there', async () => {
  for (const role of ['partner', 'registrar', 'admin'] as const) {
    const cookie = await cookieOf(await makeStaff(role))
    for (const route of [list, add]) expect((await get(route, listed, { cookie })).status).toBe(403)
  }
  const limited = await cookieOf(await makeStaff('coordinator', undefined, ['606']))
  expect((await get(list, listed, { cookie: limited })).data).toMatchObject({ limited: true, rules: [] })
  expect((await get(add, added, { cookie: limited })).status).toBe(403)
  expect((await post(add, added, { cookie: limited, fields })).status).toBe(403)
  const cookie = await cookieOf(await makeStaff('coordinator'))
  const nobodys = { cookie, params: { id: crypto.randomUUID() } }
  expect((await get(change, listed, nobodys)).status).toBe(404)
  expect((await post(change, listed, { ...nobodys, fields })).status).toBe(404)
})

test('what is wrong is said by field, and everything typed is kept', async () => {
  const cookie = await cookieOf(await makeStaff('coordinator'))
  const wrong = { name: '', fromTime: '22:00', answerWithin: '999', categories: 'nothing' }
  const answer = await post(add, added, { cookie, fields: wrong })
  expect(answer.status).toBe(422)
  expect(answer.data).toMatchObject({ values: wrong })
  expect(Object.keys(codesOf(answer))).toEqual(expect.arrayContaining(['name', 'answerWithin']))
  const idle = await post(add, added, { cookie, fields: { name: 'Gör inget', fromTime: '22:00' } })
  expect(codesOf(idle)).toEqual({ toTime: 'missing', organisation: 'rule-does-nothing' })
})

test('a rule is tried, saved as it was tried, shown in words and changed', async () => {
  const cookie = await cookieOf(await makeStaff('coordinator'))
  const untried = await post(add, added, { cookie, fields: { ...fields, verb: 'save' } })
  expect([untried.status, (untried.data as { refused: string }).refused]).toEqual([409, 'rule-not-tried'])
  const tried = trialOf(untried)!.mark
  const saved = await post(add, added, { cookie, fields: { ...fields, verb: 'save', tried } })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${listed}?done=add`])
  const { rules } = (await get(list, listed, { cookie })).data as { rules: { id: string }[] }
  expect(rules).toMatchObject([
    { name: 'Moped', when: ['Innehåller ”moped”, ”korsad” eller ”epa”'], does: ['Brådskar'] },
  ])
  const id = rules[0]!.id
  const form = (await get(change, `${listed}/${id}`, { cookie, params: { id } })).data
  expect(form).toMatchObject({ values: { name: 'Moped', words: 'moped\nkorsad\nepa', answerWithin: '' } })
  const at = { cookie, params: { id } }
  const again = await post(change, `${listed}/${id}`, { ...at, fields: { ...fields, answerWithin: '5', verb: 'try' } })
  expect(again.status).toBe(200)
  const mark = trialOf(again)!.mark
  const sent = { ...fields, answerWithin: '5', verb: 'save', tried: mark }
  expect((await post(change, `${listed}/${id}`, { ...at, fields: sent })).status).toBe(303)
})

test('a template is tried, told in the list and suggested on the case until it is retired or somebody has begun', async () => {
  const coordinator = await makeStaff('coordinator')
  const cookie = await cookieOf(coordinator)
  const word = `ord${crypto.randomUUID().slice(0, 8)}`
  const templateId = await makeTemplate({ name: `Mall ${word}`, category: 'litter', 'body.en': 'We look at {area}.' })
  const sent = { name: 'Svaras lika', words: word, templateId }
  await makeSubmission({ category: 'lighting', body: `Förut ${word}` })
  const tried = await post(add, added, { cookie, fields: { ...sent, verb: 'try' } })
  expect(tried.data).toMatchObject({ trial: { suggested: `Mallen Mall ${word} hade föreslagits för svaret.` } })
  const saved = await post(add, added, { cookie, fields: { ...sent, verb: 'save', tried: trialOf(tried)!.mark } })
  expect(saved.status).toBe(303)
  const listedRules = async () => ((await get(list, listed, { cookie })).data as { rules: { does: string[] }[] }).rules
  expect(await listedRules()).toMatchObject([{ does: [`Mallen Mall ${word} föreslås för svaret`] }])

  const send = async () => {
    const { id, ref } = await makeSubmission({ category: 'lighting', areaCode: '606', body: `Lampan ${word}` })
    await applyRules(id)
    await move(coordinator, ref, { from: 'received', to: 'screening' })
    await move(coordinator, ref, { from: 'screening', to: 'in_progress' })
    return ref
  }
  const viewOf = async (ref: string) =>
    ((await get(submission, `/staff/submissions/${ref}`, { params: { ref }, cookie })).data as { view: SubmissionView })
      .view
  const [ref, answered, planned, late] = [await send(), await send(), await send(), await send()]
  const shown = await viewOf(ref)
  expect(shown.suggested).toEqual({
    ...{ rule: 'Svaras lika', name: `Mall ${word}` },
    fields: { 'answer.sv': 'Vi tittar på det i Hammarkullen.', 'answer.en': 'We look at Hammarkullen.' },
  })
  expect(shown.templates?.answer[0]).toMatchObject({ id: templateId, by: 'Svaras lika' })
  // A suggestion is sent by nobody but who answers.
  expect([shown.answers, shown.status]).toEqual([[], 'in_progress'])
  await keepDraft(coordinator, { form: 'answer', ref }, { 'answer.sv': 'Halvt' })
  const begun = await viewOf(ref)
  expect([begun.suggested, begun.templates?.answer[0]?.by]).toEqual([undefined, 'Svaras lika'])
  const given = { audience: 'public', body: { sv: 'Klart.' }, after: 0 } as const
  await give(coordinator, answered, given)
  await give(coordinator, planned, { ...given, at: new Date(Date.now() + 3_600_000) })
  for (const one of [answered, planned]) expect((await viewOf(one)).suggested).toBeUndefined()
  const registrar = await cookieOf(await makeStaff('registrar'))
  const read = await get(submission, '/x', { params: { ref: late }, cookie: registrar })
  expect((read.data as { view: SubmissionView }).view.suggested).toBeUndefined()

  await retireTemplate(coordinator, templateId)
  expect(await viewOf(late)).toMatchObject({ rule: 'Svaras lika', suggested: undefined })
  expect(await listedRules()).toMatchObject([{ does: ['Ingen mall föreslås: den som stod här är tagen ur bruk'] }])
  const after = await makeSubmission({ category: 'lighting', body: `Efteråt ${word}` })
  await applyRules(after.id)
  expect((await viewOf(after.ref)).rule).toBe('Svaras lika')
})

test('a rule is moved, ended and taken up after a look at what would have come of it', async () => {
  const coordinator = await makeStaff('coordinator')
  const cookie = await cookieOf(coordinator)
  const word = `ord${crypto.randomUUID().slice(0, 8)}`
  await makeRule(coordinator, { name: 'Allt', words: [word], organisation: 'faltenheten' })
  const id = await makeRule(coordinator, { name: 'Räcken', words: [`räck${word}`], organisation: 'poseidon' })
  await makeSubmission({ body: `Räck${word} vid ${word}` })
  const at = (verb: string) => `${listed}/${id}/${verb}`
  const visit = (verb: string, tried = '') => ({ cookie, params: { id, verb }, fields: { tried } })
  const seen = async (verb: string) => {
    const { change: shown } = (await get(verbOf, at(verb), visit(verb))).data as { change: ShownChange }
    return shown
  }
  const shown = await seen('up')
  expect(shown.found).toMatch(/^1 av de [\d\s]+ senaste hade gått en annan väg än i dag$/)
  expect(shown).toMatchObject({
    elsewhere: '1 av dem hade gått till någon annan.',
    ways: [
      {
        count: '1 ärende',
        from: { name: 'Allt', does: ['Lämnas till Fältenheten', 'Brådskar'] },
        to: { name: 'Räcken', does: [expect.stringMatching('^Föreslås lämnas till .*Poseidon'), 'Brådskar'] },
      },
    ],
    tried: { list: [{}], more: '' },
  })
  const untried = await post(verbOf, at('up'), visit('up'))
  expect(untried).toMatchObject({ status: 409, data: { refused: 'rule-not-tried' } })
  const moved = await post(verbOf, at('up'), visit('up', shown.mark))
  expect([moved.status, moved.headers.get('location')]).toEqual([303, `${listed}?done=up`])
  // What was done meanwhile is told in the list.
  for (const answered of [await get(verbOf, at('up'), visit('up')), await post(verbOf, at('up'), visit('up'))])
    expect(answered.headers.get('location')).toBe(`${listed}?refused=changed-meanwhile`)
  const end = await seen('end')
  expect(end.ways).toMatchObject([{ from: { name: 'Räcken' }, to: { name: 'Allt' } }])
  expect((await post(verbOf, at('end'), visit('end', end.mark))).status).toBe(303)
  expect((await get(list, `${listed}?done=end`, { cookie })).data).toMatchObject({
    ...{ done: 'end', rules: [{ name: 'Allt' }] },
    ended: expect.arrayContaining([expect.objectContaining({ id, name: 'Räcken' })]),
  })
  const resume = await seen('resume')
  expect(resume).toMatchObject({ ways: [], elsewhere: '' })
  expect((await post(verbOf, at('resume'), visit('resume', resume.mark))).status).toBe(303)
  expect((await get(list, listed, { cookie })).data).toMatchObject({ rules: [{ name: 'Allt' }, { name: 'Räcken' }] })
  const wrong = [
    { verb: 'burn', id },
    { verb: 'end', id: crypto.randomUUID() },
    { verb: 'end', id: 'x' },
  ]
  for (const params of wrong) expect((await get(verbOf, listed, { cookie, params })).status).toBe(404)
  const limited = await cookieOf(await makeStaff('coordinator', undefined, ['606']))
  const notHers = { ...visit('end', end.mark), cookie: limited }
  expect((await get(verbOf, at('end'), notHers)).status).toBe(403)
  expect((await post(verbOf, at('end'), notHers)).status).toBe(403)
})

test('a private company has no right to the rules, and other partners read none', async () => {
  await makeRule(await makeStaff('coordinator'), { name: 'Hemlig' })
  const read = async (organisation?: string) =>
    as(await makeStaff('partner', organisation), (tx) => tx.execute(sql`select name from routing_rules`))
  await expect(read()).rejects.toThrow()
  expect(await read('faltenheten')).toHaveLength(0)
})
