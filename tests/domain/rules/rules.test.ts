import { asc, eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { addRule } from '#app/domain/rules/add-rule.server.ts'
import { changeRule } from '#app/domain/rules/change-rule.server.ts'
import { endRule } from '#app/domain/rules/end-rule.server.ts'
import { keepOrder } from '#app/domain/rules/keep-order.server.ts'
import { moveRule } from '#app/domain/rules/move-rule.server.ts'
import { resumeRule } from '#app/domain/rules/resume-rule.server.ts'
import type { RuleVerb } from '#app/domain/rules/rule-verbs.ts'
import { endedRulesForStaff, rulesForStaff } from '#app/domain/rules/rules-for-staff.server.ts'
import { tryChange } from '#app/domain/rules/try-change.server.ts'
import { tryRule } from '#app/domain/rules/try-rule.server.ts'
import { retireTemplate } from '#app/domain/templates/retire-template.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { makeRule, rulesAlone, ruleWith, withoutRules } from '../../support/make-rule.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { makeTemplate } from '../../support/make-template.ts'

rulesAlone('goteborg')
let coordinator: Staff
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
})
beforeEach(() => withoutRules('goteborg'))

const names = async (staff = coordinator) => (await rulesForStaff(staff)).map(({ name }) => name)

async function tried(rule = ruleWith(), id?: string) {
  const trial = await tryRule(coordinator, { rule, id })
  if ('refused' in trial) throw new Error(trial.refused)
  return trial
}

async function markOf(verb: RuleVerb, id: string): Promise<string> {
  const trial = await tryChange(coordinator, { verb, id })
  if ('refused' in trial) throw new Error(trial.refused)
  return trial.mark
}

test('a coordinator writes rules for the city, changes their order, ends them and takes them up again', async () => {
  const first = await makeRule(coordinator, { name: 'Lampor' })
  const second = await makeRule(coordinator, { name: 'Skräp' })
  await makeRule(coordinator, { name: 'Övrigt' })
  expect(await names()).toEqual(['Lampor', 'Skräp', 'Övrigt'])
  const up = { verb: 'up', tried: await markOf('up', second) } as const
  expect(await moveRule(coordinator, second, up)).toEqual({ moved: 1 })
  expect(await names()).toEqual(['Skräp', 'Lampor', 'Övrigt'])
  expect(await moveRule(coordinator, second, up)).toEqual({ refused: 'changed-meanwhile' })
  expect(await tryChange(coordinator, { verb: 'up', id: second })).toEqual({ refused: 'changed-meanwhile' })
  const end = await markOf('end', first)
  expect(await endRule(coordinator, first, end)).toEqual({ ended: first })
  expect(await endRule(coordinator, first, end)).toEqual({ refused: 'changed-meanwhile' })
  expect(await names()).toEqual(['Skräp', 'Övrigt'])
  expect((await endedRulesForStaff(coordinator))[0]).toMatchObject({ id: first, name: 'Lampor' })
  const resume = await markOf('resume', first)
  expect(await resumeRule(coordinator, first, resume)).toEqual({ resumed: first })
  expect(await resumeRule(coordinator, first, resume)).toEqual({ refused: 'changed-meanwhile' })
  expect(await names()).toEqual(['Skräp', 'Övrigt', 'Lampor'])
  const down = { verb: 'down', tried: await markOf('down', second) } as const
  expect(await moveRule(coordinator, second, down)).toEqual({ moved: 2 })
  const lines = await as({ as: 'seed' }, (tx) =>
    tx
      .select()
      .from(auditLines)
      .where(eq(auditLines.subject, `rule:${first}`))
      .orderBy(asc(auditLines.id)),
  )
  expect(lines.map(({ event }) => event)).toEqual(['rule-added', 'rule-ended', 'rule-resumed'])
})

test('a rule is moved, ended and taken up only as it was tried, among the rules that it was tried among', async () => {
  const first = await makeRule(coordinator, { name: 'Lampor' })
  const second = await makeRule(coordinator, { name: 'Skräp' })
  const refused = { refused: 'rule-not-tried' }
  const [up, end] = [await markOf('up', second), await markOf('end', second)]
  expect(await endRule(coordinator, second, '')).toEqual(refused)
  expect(await endRule(coordinator, second, up)).toEqual(refused)
  expect(await moveRule(coordinator, second, { verb: 'up', tried: end })).toEqual(refused)
  const third = await makeRule(coordinator, { name: 'Övrigt' })
  expect(await endRule(coordinator, second, end)).toEqual(refused)
  expect(await moveRule(coordinator, second, { verb: 'up', tried: up })).toEqual(refused)
  await endRule(coordinator, third, await markOf('end', third))
  const resume = await markOf('resume', third)
  await endRule(coordinator, first, await markOf('end', first))
  expect(await resumeRule(coordinator, third, resume)).toEqual(refused)
  expect(await names()).toEqual(['Skräp'])
})

test('the order in which rules are tried is kept by who may write them, and by nobody else', async () => {
  for (const name of ['Lampor', 'Skräp', 'Övrigt']) await makeRule(coordinator, { name })
  const turned = (await rulesForStaff(coordinator)).toReversed()
  for (const staff of [await makeStaff('coordinator', undefined, ['606']), await makeStaff('officer')])
    await as(staff, (tx) => keepOrder(tx, turned))
  expect(await names()).toEqual(['Lampor', 'Skräp', 'Övrigt'])
  await as(coordinator, (tx) => keepOrder(tx, turned))
  expect(await names()).toEqual(['Övrigt', 'Skräp', 'Lampor'])
})

test('a trial of a change says from which rule to which how many would have gone, and changes nothing', async () => {
  const word = `ord${crypto.randomUUID().slice(0, 8)}`
  const lamps = await makeRule(coordinator, { name: 'Lampor', words: [word], organisation: 'faltenheten' })
  const rails = await makeRule(coordinator, { name: 'Räcken', words: [`räck${word}`], organisation: 'poseidon' })
  const { ref } = await makeSubmission({ body: `Räck${word} och ${word}` })
  const { ref: other } = await makeSubmission({ body: `Bara ${word}` })
  const outcome = { routedTo: 'faltenheten', proposedTo: null, priority: 'high' }
  const from = { rule: { id: lamps, name: 'Lampor' }, outcome }
  expect(await tryChange(coordinator, { verb: 'up', id: rails })).toMatchObject({
    moved: [{ ref, from, to: { rule: { id: rails }, outcome: { routedTo: null, proposedTo: 'poseidon' } } }],
  })
  const ended = await tryChange(coordinator, { verb: 'end', id: lamps })
  expect('moved' in ended && ended.moved.map((one) => [one.ref, one.from?.rule.id, one.to?.rule.id])).toEqual([
    [other, lamps, undefined],
    [ref, lamps, rails],
  ])
  expect(await tryChange(coordinator, { verb: 'end', id: rails })).toMatchObject({ moved: [] })
  expect(await names()).toEqual(['Lampor', 'Räcken'])
  const nobodys = { verb: 'end', id: crypto.randomUUID() } as const
  expect(await tryChange(coordinator, nobodys)).toEqual({ refused: 'not-found' })
  const limited = await makeStaff('coordinator', undefined, ['606'])
  expect(await tryChange(limited, { verb: 'end', id: lamps })).toEqual({ refused: 'not-allowed' })
  expect(await endRule(limited, lamps, await markOf('end', lamps))).toEqual({ refused: 'not-allowed' })
})

test('a rule is saved only as it was tried, and among the rules that it was tried among', async () => {
  const rule = ruleWith({ name: 'Prövad' })
  const { mark } = await tried(rule)
  expect(await addRule(coordinator, { rule, tried: '' })).toEqual({ refused: 'rule-not-tried' })
  const other = { ...rule, words: ['klotter'] }
  expect(await addRule(coordinator, { rule: other, tried: mark })).toEqual({ refused: 'rule-not-tried' })
  const id = await makeRule(coordinator, { name: 'En annan före' })
  expect(await addRule(coordinator, { rule, tried: mark })).toEqual({ refused: 'rule-not-tried' })
  const changed = ruleWith({ name: 'Ändrad' })
  const { mark: again } = await tried(changed, id)
  expect(await changeRule(coordinator, { id, rule: changed, tried: mark })).toEqual({ refused: 'rule-not-tried' })
  expect(await changeRule(coordinator, { id, rule: changed, tried: again })).toEqual({ changed: id })
  expect(await names()).toEqual(['Ändrad'])
})

test('a rule sends to nobody who cannot have it, and suggests no template that is out of use, for something else or of the other authority', async () => {
  const officer = await makeStaff('officer')
  const retired = await makeTemplate()
  await retireTemplate(coordinator, retired)
  for (const [wanted, refused] of [
    [{ organisation: 'nowhere' }, 'no-such-organisation'],
    [{ organisation: 'goteborg' }, 'no-such-organisation'],
    [{ assigneeId: officer.id }, 'no-such-person'],
    [{ templateId: crypto.randomUUID() }, 'no-such-template'],
    [{ templateId: retired }, 'no-such-template'],
    [{ templateId: await makeTemplate({ use: 'reply' }) }, 'no-such-template'],
    [{ templateId: await makeTemplate({}, officer) }, 'no-such-template'],
  ] as const) {
    const rule = ruleWith(wanted)
    expect(await addRule(coordinator, { rule, tried: (await tried(rule)).mark })).toEqual({ refused })
  }
})

test('who is limited to some areas, and who only reads, writes no rules, whatever the statement forgot', async () => {
  const limited = await makeStaff('coordinator', undefined, ['606'])
  const rule = ruleWith()
  expect(await tryRule(limited, { rule })).toEqual({ refused: 'not-allowed' })
  expect(await addRule(limited, { rule, tried: '' })).toEqual({ refused: 'not-allowed' })
  await makeRule(coordinator, { name: 'Orörd' })
  for (const role of ['partner', 'registrar', 'admin', 'analyst'] as const)
    await expect(addRule(await makeStaff(role), { rule, tried: '' })).rejects.toThrow('may not')
  for (const staff of [
    limited,
    await makeStaff('registrar'),
    await makeStaff('officer'),
    await makeStaff('partner', 'faltenheten'),
  ])
    await as(staff, (tx) => tx.execute(sql`update routing_rules set name = 'Rörd'`))
  expect(await names()).toEqual(['Orörd'])
})

test('a trial says what would have gone here, what an earlier rule takes, and who would have got it', async () => {
  const word = `ord${crypto.randomUUID().slice(0, 8)}`
  const said = (body: string) => makeSubmission({ body: `${body} ${word}` })
  const [one] = [await said('Lampan'), await said('Räcket'), await said('Lampan och räcket')]
  await makeRule(coordinator, { words: ['räcket'] })
  const colleague = await makeStaff('coordinator', undefined, ['603'])
  const rule = ruleWith({ words: [word], organisation: 'poseidon', assigneeId: colleague.id, answerWithin: 5 })
  const trial = await tried(rule)
  expect(trial.looked).toBeLessThanOrEqual(500)
  expect(trial.taken.map(({ ref }) => ref)).toEqual([one.ref])
  expect(trial.earlier).toBe(2)
  // A company is only proposed, and who does not reach the area gets nothing.
  expect(trial.taken[0]!.outcome).toMatchObject({ routedTo: null, proposedTo: 'poseidon', assigneeId: null })
})
