import { afterEach, beforeEach, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { sql } from 'drizzle-orm'
import * as list from '#app/routes/staff.admin.rules._index.tsx'
import * as change from '#app/routes/staff.admin.rules.$id.tsx'
import * as add from '#app/routes/staff.admin.rules.new.tsx'
import { get, post, type Answer } from '../support/call-route.ts'
import { makeRule, rulesAlone, withoutRules } from '../support/make-rule.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'

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

test('a private company has no right to the rules, and other partners read none', async () => {
  await makeRule(await makeStaff('coordinator'), { name: 'Hemlig' })
  const read = async (organisation?: string) =>
    as(await makeStaff('partner', organisation), (tx) => tx.execute(sql`select name from routing_rules`))
  await expect(read()).rejects.toThrow()
  expect(await read('faltenheten')).toHaveLength(0)
})
