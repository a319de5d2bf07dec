import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import { categories, priorities, routings, submissions } from '#db/schema/submissions.ts'
import { changeRule } from '#app/domain/rules/change-rule.server.ts'
import { endRule } from '#app/domain/rules/end-rule.server.ts'
import type { Written } from '#app/domain/rules/mark-of-trial.ts'
import { moveRule } from '#app/domain/rules/move-rule.server.ts'
import type { Outcome } from '#app/domain/rules/outcome-of.server.ts'
import { resumeRule } from '#app/domain/rules/resume-rule.server.ts'
import { ruleVerbs, type RuleVerb } from '#app/domain/rules/rule-verbs.ts'
import { rulesForStaff } from '#app/domain/rules/rules-for-staff.server.ts'
import { tryChange } from '#app/domain/rules/try-change.server.ts'
import { tryRule } from '#app/domain/rules/try-rule.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { applyRules } from '#app/domain/submissions/apply-rules.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { categoryRules } from '#app/domain/submissions/categories.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { prioritise } from '#app/domain/submissions/prioritise.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { dayOf, workingDaysAfter } from '#app/domain/submissions/working-days.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeRule, rulesAlone, ruleWith, withoutRules } from '../../support/make-rule.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { makeTemplate } from '../../support/make-template.ts'

const seed = { as: 'seed' as const }
rulesAlone('polisen')
let officer: Staff, limited: Staff, templateId: string
beforeAll(async () => {
  officer = await makeStaff('officer')
  templateId = await makeTemplate({}, officer)
  limited = await makeStaff('officer', undefined, ['606'])
})
beforeEach(() => withoutRules('polisen'))
afterEach(() => withoutRules('polisen'))

async function rowOf(id: string) {
  const [row] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  const to = await as(seed, (tx) => tx.select().from(routings).where(eq(routings.submissionId, id)))
  return { ...row!, routedTo: to.map(({ organisation }) => organisation) }
}

async function changeTo(id: string, wanted: Partial<Written>): Promise<void> {
  const rule = ruleWith(wanted)
  const trial = await tryRule(officer, { id, rule })
  if ('refused' in trial) throw new Error(trial.refused)
  expect(await changeRule(officer, { id, rule, tried: trial.mark })).toEqual({ changed: id })
}

test('the first rule that is met sends a case on, assigns it, and says how urgent it is and by when, once', async () => {
  const ruleId = await makeRule(officer, {
    ...{ name: 'Moped', words: ['moped'], organisation: 'faltenheten', assigneeId: officer.id, answerWithin: 2 },
  })
  await makeRule(officer, { name: 'Allt', organisation: 'raddningstjansten' })
  const { id, ref } = await makeSubmission({ category: 'traffic', body: 'Mopederna kör på gångvägen.' })
  await applyRules(id)
  await applyRules(id)
  const deadlineOn = workingDaysAfter(dayOf(new Date()), 2)
  expect(await rowOf(id)).toMatchObject({
    ...{ ruleId, routedTo: ['faltenheten'], assigneeId: officer.id, priority: 'high', deadlineOn, proposedTo: null },
  })
  const lines = (await auditOf(id)).filter(({ event }) => event === 'rule-applied')
  expect(lines).toEqual([
    expect.objectContaining({
      staffId: null,
      details: { rule: ruleId, organisation: 'faltenheten', to: officer.id, priority: 'high', deadline: deadlineOn },
    }),
  ])
  expect(await findForStaff(officer, ref)).toMatchObject({ rule: 'Moped', priority: 'high', deadlineOn })
  // Nobody else sees it before it is read, and then neither the rule nor how urgent it is.
  const partner = await makeStaff('partner', 'faltenheten')
  expect(await findForStaff(partner, ref)).toBeUndefined()
  await move(officer, ref, { from: 'received', to: 'screening' })
  await move(officer, ref, { from: 'screening', to: 'in_progress' })
  expect(await findForStaff(partner, ref)).toMatchObject({ rule: undefined, priority: 'normal', deadlineOn: null })
  expect((await rowOf(id)).dueOn).toBe(deadlineOn)
})

test('whom a rule gives a case is told, once; who has it already is not told again', async () => {
  await makeRule(officer, { name: 'Moped', words: ['moped'], assigneeId: officer.id })
  const told = async (id: string) =>
    (
      await as(seed, (tx) =>
        tx.execute(sql`select data from pgboss.job where name = 'tell-staff' and data->>'submissionId' = ${id}`),
      )
    ).map(({ data }) => data)
  const { id } = await makeSubmission({ category: 'traffic', body: 'Mopederna kör på gångvägen.' })
  await applyRules(id)
  await applyRules(id)
  expect(await told(id)).toEqual([{ submissionId: id, kind: 'assigned' }])
  const taken = await makeSubmission({ category: 'traffic', body: 'En moped igen.' })
  await assign(officer, taken.ref, { from: null, to: officer.id })
  await applyRules(taken.id)
  const unmet = await makeSubmission({ category: 'traffic', body: 'En bil.' })
  await applyRules(unmet.id)
  for (const one of [taken, unmet]) expect(await told(one.id)).toEqual([])
})

test('to a company a rule only proposes: it gets nothing before somebody has written the text for it', async () => {
  await makeRule(officer, { name: 'Garaget', words: ['garage'], organisation: 'gardstensbostader' })
  const { id, ref } = await makeSubmission({ category: 'disorder', body: 'De håller till i garaget.', areaCode: '605' })
  await applyRules(id)
  expect(await rowOf(id)).toMatchObject({ routedTo: [], proposedTo: 'gardstensbostader' })
  await move(officer, ref, { from: 'received', to: 'screening' })
  await move(officer, ref, { from: 'screening', to: 'in_progress' })
  const company = await makeStaff('partner', 'gardstensbostader')
  const inQueue = async () =>
    (await queue(company, queueFilter.parse({ area: '605' }))).rows.find((row) => row.ref === ref)
  expect(await inQueue()).toBeUndefined()
  const { proposal } = (await findForStaff(officer, ref))!
  expect(proposal).toMatchObject({ slug: 'gardstensbostader' })
  await route(officer, ref, { organisation: 'gardstensbostader', rewrittenBody: 'Låset till garaget är trasigt.' })
  expect(await rowOf(id)).toMatchObject({ routedTo: ['gardstensbostader'], proposedTo: null })
  expect(await inQueue()).toMatchObject({ text: 'Låset till garaget är trasigt.', priority: 'normal' })
})

test('the database lets no rule send anything to a company, nor route by hand in nobody’s name', async () => {
  const ruleId = await makeRule(officer, { organisation: 'poseidon' })
  const { id: submissionId } = await makeSubmission({ category: 'traffic' })
  await applyRules(submissionId)
  const routed = (values: typeof routings.$inferInsert) =>
    as({ as: 'worker' }, (tx) => tx.insert(routings).values(values)).catch(errorCode)
  expect(await routed({ submissionId, organisation: 'poseidon', ruleId })).toContain('42501')
  expect(await routed({ submissionId, organisation: 'faltenheten', ruleId: crypto.randomUUID() })).toContain('42501')
  expect(await routed({ submissionId, organisation: 'faltenheten', staffId: officer.id })).toContain('42501')
})

test('what somebody has begun with is left alone, and who has a case keeps it', async () => {
  await makeRule(officer, { assigneeId: limited.id })
  const { id } = await makeSubmission({ category: 'traffic', status: 'screening' })
  await applyRules(id)
  expect(await rowOf(id)).toMatchObject({ ruleId: null, priority: 'normal', assigneeId: null })
  const { id: taken, ref } = await makeSubmission({ category: 'traffic' })
  await assign(officer, ref, { from: null, to: officer.id })
  await applyRules(taken)
  expect(await rowOf(taken)).toMatchObject({ assigneeId: officer.id, priority: 'high' })
})

test('without a rule that is met nothing is done, and a later rule does not come back to it', async () => {
  const { id } = await makeSubmission({ category: 'traffic' })
  await applyRules(id)
  await makeRule(officer, {})
  await applyRules(id)
  expect(await rowOf(id)).toMatchObject({ ruleId: null, priority: 'normal', routedTo: [] })
  expect((await auditOf(id)).map(({ event }) => event)).not.toContain('rule-applied')
})

test('a rule names a template that is then suggested for what it took, and for nothing that came before', async () => {
  const before = await makeSubmission({ category: 'traffic', body: 'En moped.' })
  const ruleId = await makeRule(officer, { words: ['moped'], templateId, priority: null })
  await applyRules(before.id)
  const { id } = await makeSubmission({ category: 'traffic', body: 'En moped till.' })
  await applyRules(id)
  expect(await rowOf(id)).toMatchObject({ ruleId, templateId, priority: 'normal', routedTo: [] })
  expect((await auditOf(id)).find(({ event }) => event === 'rule-applied')?.details).toEqual({
    ...{ rule: ruleId, template: templateId },
  })
  const other = await makeTemplate({}, officer)
  await changeTo(ruleId, { words: ['moped'], templateId: other })
  expect((await rowOf(id)).templateId).toBe(templateId)
})

test('how urgent a rule said that it is can be said anew by hand', async () => {
  await makeRule(officer, {})
  const { id, ref } = await makeSubmission({ category: 'traffic' })
  await applyRules(id)
  expect(await prioritise(officer, ref, { from: 'high', to: 'low' })).toEqual({ prioritised: 'low' })
  expect(await prioritise(officer, ref, { from: 'high', to: 'normal' })).toEqual({ refused: 'changed-meanwhile' })
  expect((await rowOf(id)).priority).toBe('low')
})

test('the rules of the police are written by its officers, and the city neither sees nor ends them', async () => {
  const id = await makeRule(officer, { name: 'Polisens' })
  const coordinator = await makeStaff('coordinator')
  expect((await rulesForStaff(officer)).map(({ name }) => name)).toEqual(['Polisens'])
  expect((await rulesForStaff(coordinator)).map(({ name }) => name)).not.toContain('Polisens')
  expect(await endRule(coordinator, id, '')).toEqual({ refused: 'changed-meanwhile' })
})

const polices = categories.filter((category) => categoryRules[category].receivedBy === 'polisen')
const someWords = ['klott', 'moped', 'skola', 'natt'] as const
const someAreas = ['603', '606', '609'] as const
const times = ['00:30', '06:00', '12:15', '22:00'] as const

const aRule = fc.record({
  areas: fc.subarray([...someAreas]),
  categories: fc.subarray(polices),
  kinds: fc.subarray(['concern', 'idea'] as const),
  languages: fc.subarray(['sv', 'en', 'so']),
  words: fc.subarray([...someWords]),
  times: fc.option(fc.uniqueArray(fc.constantFrom(...times), { minLength: 2, maxLength: 2 })),
  organisation: fc.constantFrom(null, 'faltenheten', 'poseidon', 'goteborg'),
  assignee: fc.constantFrom(null, 'officer', 'limited'),
  priority: fc.constantFrom(null, ...priorities),
  answerWithin: fc.option(fc.integer({ min: 1, max: 60 })),
  suggests: fc.boolean(),
})
const aSubmission = fc.record({
  ...{ areaCode: fc.constantFrom(...someAreas), category: fc.constantFrom(...polices) },
  ...{ kind: fc.constantFrom('concern', 'idea'), language: fc.constantFrom('sv', 'en') },
  words: fc.subarray(['klottrat', 'MOPEDER', 'skolan', 'förskola', 'Natten'], { minLength: 1 }),
  /** How many minutes from now it is told to have come: after all that other tests have made, so among the newest. */
  minutes: fc.integer({ min: 60, max: 3000 }),
} as const)

type ARule = typeof aRule extends fc.Arbitrary<infer R> ? R : never
const written = ({ times: between, assignee, suggests, ...rule }: ARule): Written =>
  ruleWith({
    ...rule,
    ...{ fromTime: between?.[0] ?? null, toTime: between?.[1] ?? null },
    templateId: suggests ? templateId : null,
    assigneeId: assignee && (assignee === 'officer' ? officer : limited).id,
  })

/** A rule that asks for one thing at most, so that several are often met at once. */
const aWideRule = fc
  .tuple(aRule, fc.constantFrom('areas', 'kinds', 'languages', 'words', 'times', undefined))
  .map(([rule, asked]): ARule => {
    const asks = { areas: [], categories: [], kinds: [], languages: [], words: [], times: null }
    return { ...rule, ...asks, ...(asked && { [asked]: rule[asked] }) }
  })

type ASubmission = typeof aSubmission extends fc.Arbitrary<infer S> ? S : never
async function sendIn({ words, minutes, ...one }: ASubmission) {
  const createdAt = new Date(Date.now() + minutes * 60_000)
  const submission = await makeSubmission({ ...one, body: words.join(' ') })
  await as(seed, (tx) => tx.update(submissions).set({ createdAt }).where(eq(submissions.id, submission.id)))
  return submission
}

/** What a rule that took it has done to it, as a trial says what it would do. */
async function doneTo(id: string) {
  await applyRules(id)
  const { ruleId, routedTo, proposedTo, assigneeId, deadlineOn, templateId: suggested, priority } = await rowOf(id)
  const outcome = { routedTo: routedTo[0] ?? null, proposedTo, assigneeId, deadlineOn, templateId: suggested, priority }
  return { ruleId, outcome }
}
/** A trial says nothing of how urgent it is where the rule says nothing: it then stays as usual. */
const told = (outcome: Outcome | undefined) => outcome && { ...outcome, priority: outcome.priority ?? 'normal' }

test('what a trial shows is what the rule then does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aRule, { maxLength: 2 }),
      aRule,
      fc.array(aSubmission, { minLength: 2, maxLength: 5 }),
      async (before, last, sent) => {
        await withoutRules('polisen')
        const made: { id: string; ref: string }[] = []
        for (const one of sent) made.push(await sendIn(one))
        for (const rule of before) await makeRule(officer, written(rule))
        const trial = await tryRule(officer, { rule: written(last) })
        if ('refused' in trial) throw new Error(trial.refused)
        const shown = new Map(trial.taken.map(({ ref, outcome }) => [ref, outcome]))
        const ruleId = await makeRule(officer, written(last))
        for (const { id, ref } of made) {
          const done = await doneTo(id)
          const outcome = shown.get(ref)
          expect(done.ruleId === ruleId).toBe(outcome !== undefined)
          if (outcome) expect(done.outcome).toEqual(told(outcome))
        }
      },
    ),
    { numRuns: 15, seed: 20261123 },
  )
}, 120_000)

/** Does to a rule what was tried, whatever it is. */
const changeAs = (verb: RuleVerb, id: string, tried: string) => {
  if (verb === 'end') return endRule(officer, id, tried)
  return verb === 'resume' ? resumeRule(officer, id, tried) : moveRule(officer, id, { verb, tried })
}

test('what a trial of moving, ending or taking up a rule shows is what the rules then do', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(aWideRule, { minLength: 2, maxLength: 3 }),
      fc.record({ verb: fc.constantFrom(...ruleVerbs), at: fc.nat(2) }),
      fc.array(aSubmission, { minLength: 2, maxLength: 3 }),
      async (rules, { verb, at }, sent) => {
        await withoutRules('polisen')
        const ids: string[] = []
        for (const rule of rules) ids.push(await makeRule(officer, written(rule)))
        const id = ids[at % ids.length]!
        if (verb === 'resume') {
          const ended = await tryChange(officer, { verb: 'end', id })
          if ('refused' in ended) throw new Error(ended.refused)
          await endRule(officer, id, ended.mark)
        }
        // The same twice: one is taken by the rules as they were, the other as they are after the change.
        const pairs: Record<'before' | 'after', { id: string; ref: string }>[] = []
        for (const one of sent) pairs.push({ before: await sendIn(one), after: await sendIn(one) })
        const trial = await tryChange(officer, { verb, id })
        if ('refused' in trial) {
          const ends = { up: ids[0], down: ids.at(-1), end: undefined, resume: undefined }
          expect([trial.refused, id]).toEqual(['changed-meanwhile', ends[verb]])
          return
        }
        const earlier = []
        for (const { before } of pairs) earlier.push(await doneTo(before.id))
        expect(await changeAs(verb, id, trial.mark)).not.toHaveProperty('refused')
        const shown = new Map(trial.moved.map(({ ref, from, to }) => [ref, { from, to }]))
        for (const [index, { before, after }] of pairs.entries()) {
          const [was, is] = [earlier[index]!, await doneTo(after.id)]
          const moved = shown.get(after.ref)
          expect(shown.get(before.ref)).toEqual(moved)
          expect(was.ruleId !== is.ruleId).toBe(moved !== undefined)
          if (!moved) continue
          seen.add(verb)
          for (const [end, done] of [[moved.from, was] as const, [moved.to, is] as const]) {
            expect(done.ruleId).toBe(end?.rule.id ?? null)
            if (end) expect(done.outcome).toEqual(told(end.outcome))
          }
        }
      },
    ),
    { numRuns: 25, seed: 20261124 },
  )
  // Each verb has sent something another way.
  expect(seen).toEqual(new Set(ruleVerbs))
}, 240_000)
