import { and, eq, ne, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { registrations } from '#db/schema/records.ts'
import { staff as people } from '#db/schema/staff.ts'
import { searchWords, submissions } from '#db/schema/submissions.ts'
import { addDisposalRule } from '#app/domain/records/add-disposal-rule.server.ts'
import { approveDisposalRule } from '#app/domain/records/approve-disposal-rule.server.ts'
import { approvesAlone } from '#app/domain/records/approves-alone.server.ts'
import { disposalProtocol, disposalRulesOf } from '#app/domain/records/disposal-rules.server.ts'
import { dispose } from '#app/domain/records/dispose.server.ts'
import { endDisposalRule } from '#app/domain/records/end-disposal-rule.server.ts'
import { markSecret } from '#app/domain/records/mark-secret.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { searchSubmissions } from '#app/domain/submissions/search-submissions.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let registrar: Staff, colleague: Staff
beforeAll(async () => {
  registrar = await makeStaff('registrar')
  colleague = await makeStaff('registrar')
})

const seed = <Rows>(run: (tx: Parameters<Parameters<typeof as>[1]>[0]) => Promise<Rows>) => as({ as: 'seed' }, run)
const isThere = async (id: string) => (await seed((tx) => tx.$count(submissions, eq(submissions.id, id)))) > 0

/** An idea that was closed so many days ago, with its number in the register. */
async function closedIdea(days: number, status: 'closed' | 'answered' = 'closed') {
  const made = await makeSubmission({
    ...{ kind: 'idea', category: 'lighting', status, contactEmail: `${crypto.randomUUID()}@example.com` },
    published: { title: 'En idé', body: 'En text' },
  })
  await registerSubmission(made.id)
  const at = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  await seed((tx) => tx.update(submissions).set({ statusAt: at }).where(eq(submissions.id, made.id)))
  return made
}

async function newRule(rule: Partial<Parameters<typeof addDisposalRule>[1]> = {}) {
  const made = await addDisposalRule(registrar, {
    ...{ target: 'cases', kind: 'idea', afterDays: 1000, decision: `GB ${crypto.randomUUID()}` },
    ...rule,
  })
  if ('refused' in made) throw new Error(made.refused)
  return made.added
}
const foundBy = (staff: Staff, typed: string) =>
  as(staff, async (tx) => (await searchSubmissions(tx, staff, { q: typed, status: 'all' })).ids)
const ruleNamed = async (id: string) => (await disposalRulesOf(registrar)).find((rule) => rule.id === id)

test('nothing is disposed of before the rule is approved, and the dry run says what would go', async () => {
  const [old, young, open] = [await closedIdea(1100), await closedIdea(900), await closedIdea(1100, 'answered')]
  const coordinator = await makeStaff('coordinator')
  await note(coordinator, old.ref, 'En anteckning')
  await addMessage(old.hash, { message: 'Tack, säger gallringsvän.', formToken: await formTokenOfOurs() })
  await markSecret(coordinator, old.ref, { what: 'Namn', law: '21 kap. 1 § OSL' })
  const rule = await newRule()
  const [row] = await seed((tx) =>
    tx
      .select({ number: registrations.registrationNumber })
      .from(registrations)
      .where(eq(registrations.submissionId, old.id)),
  )
  expect(await ruleNamed(rule)).toMatchObject({ due: 1, numbers: [row!.number], approvedAt: null })
  await dispose()
  expect(await isThere(old.id)).toBe(true)

  await seed((tx) => tx.execute(sql`select count_search_words_anew()`))
  expect(await foundBy(coordinator, 'gallringsvän')).toEqual([old.id])
  await approveDisposalRule(colleague, rule)
  await dispose()
  expect(await foundBy(coordinator, 'gallringsvän')).toEqual([])
  expect(await seed((tx) => tx.$count(searchWords, eq(searchWords.word, 'gallringsvän')))).toBe(0)
  expect([await isThere(old.id), await isThere(young.id), await isThere(open.id)]).toEqual([false, true, true])
  const decision = (await ruleNamed(rule))!.decision
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
  const left = await seed((tx) =>
    tx.select().from(registrations).where(eq(registrations.registrationNumber, row!.number)),
  )
  expect(left).toMatchObject([{ submissionId: null, disposedOn: today, disposalDecision: decision }])
  expect((await disposalProtocol(registrar))[0]).toMatchObject({ count: 1, numbers: [row!.number], decision })
  expect((await auditOf(old.id)).at(-1)).toMatchObject({ event: 'case-disposed', details: { decision } })
  await dispose()
  expect((await disposalProtocol(registrar)).filter((went) => went.decision === decision)).toHaveLength(1)
  await endDisposalRule(registrar, rule)
})

test('a case into which another was merged waits until that one has gone', async () => {
  const [kept, merged] = [await closedIdea(1100), await closedIdea(900)]
  await seed((tx) => tx.update(submissions).set({ mergedIntoId: kept.id }).where(eq(submissions.id, merged.id)))
  const rule = await newRule()
  await approveDisposalRule(colleague, rule)
  await dispose()
  expect(await isThere(kept.id)).toBe(true)
  await endDisposalRule(registrar, rule)
  expect(await approveDisposalRule(colleague, rule)).toEqual({ refused: 'changed-meanwhile' })
  await seed((tx) => tx.update(submissions).set({ mergedIntoId: null }).where(eq(submissions.id, merged.id)))
})

test('photos as they were received go under a rule of their own, and those that were encoded anew stay', async () => {
  const { id } = await makeSubmission({ kind: 'idea', category: 'lighting' })
  await registerSubmission(id)
  const bytes = new Uint8Array([1, 2, 3])
  const [photo] = await seed((tx) =>
    tx
      .insert(photos)
      .values({
        ...{ formHash: 'x', submissionId: id, width: 1, height: 1, digest: 'x', sealed: bytes, sealedOriginal: bytes },
        keptAt: new Date(Date.now() - 1100 * 24 * 60 * 60 * 1000),
      })
      .returning({ id: photos.id }),
  )
  const rule = await newRule({ target: 'originals' })
  expect(await ruleNamed(rule)).toMatchObject({ due: 1 })
  await approveDisposalRule(colleague, rule)
  await dispose()
  const [left] = await seed((tx) => tx.select().from(photos).where(eq(photos.id, photo!.id)))
  expect(left).toMatchObject({ sealedOriginal: null, sealed: expect.anything() })
  expect((await auditOf(id)).at(-1)).toMatchObject({ event: 'photo-original-disposed' })
  await endDisposalRule(registrar, rule)
})

test('the database itself disposes of nothing without a rule that has a decision, was approved and has not ended', async () => {
  const rule = await newRule()
  const take = () => as(worker, (tx) => tx.execute(sql`select * from dispose_under(${rule}, '2026-11-23')`))
  await expect(take()).rejects.toMatchObject({ cause: { code: '23514' } })
  await approveDisposalRule(colleague, rule)
  await endDisposalRule(registrar, rule)
  await expect(take()).rejects.toMatchObject({ cause: { code: '23514' } })
  await expect(newRule({ decision: '  ' })).rejects.toMatchObject({ cause: { code: '23514' } })
  await expect(
    as(registrar, (tx) => tx.execute(sql`select * from dispose_under(${rule}, '2026-11-23')`)),
  ).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('every table that belongs to a case is named where cases are disposed of', async () => {
  const rows = await seed((tx) =>
    tx.execute(sql`select conrelid::regclass::text as name,
        pg_get_functiondef('dispose_under'::regproc) ~ ('FROM ' || conrelid::regclass::text || ' ') as named
      from pg_constraint where contype = 'f' and confrelid = 'submissions'::regclass and confdeltype not in ('c', 'n')
        and conrelid <> 'submissions'::regclass`),
  )
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.filter(({ named }) => !named).map(({ name }) => name)).toEqual([])
})

test('a rule is its authority’s own', async () => {
  const rule = await newRule()
  const police = await makeStaff('registrar', 'polisen')
  expect((await disposalRulesOf(police)).map(({ id }) => id)).not.toContain(rule)
  expect(await approveDisposalRule(police, rule)).toEqual({ refused: 'changed-meanwhile' })
  await endDisposalRule(registrar, rule)
})

test('who wrote a rule does not approve it while her authority has another registrar', async () => {
  const rule = await newRule()
  expect(await ruleNamed(rule)).toMatchObject({ approvable: false })
  expect(await approveDisposalRule(registrar, rule)).toEqual({ refused: 'own-rule' })
  expect(await ruleNamed(rule)).toMatchObject({ approvedAt: null })
  expect((await disposalRulesOf(colleague)).find(({ id }) => id === rule)).toMatchObject({ approvable: true })
  expect(await approveDisposalRule(colleague, rule)).toEqual({ approved: rule })
  await endDisposalRule(registrar, rule)
})

test('a registrar who is the only one of her authority approves alone', async () => {
  const undone = new Error('undone')
  const whileAlone = seed(async (tx) => {
    expect(await approvesAlone(tx, registrar)).toBe(false)
    const others = and(eq(people.role, 'registrar'), ne(people.id, registrar.id), ne(people.organisation, 'polisen'))
    await tx.update(people).set({ deactivatedAt: new Date() }).where(others)
    expect(await approvesAlone(tx, registrar)).toBe(true)
    throw undone
  })
  await expect(whileAlone).rejects.toBe(undone)
})
