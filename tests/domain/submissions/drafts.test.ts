import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { discardDraft } from '#app/domain/submissions/discard-draft.server.ts'
import { draftInputs } from '#app/domain/submissions/draft-input.server.ts'
import { formsOfCase } from '#app/domain/submissions/draft-rights.server.ts'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { redirectOutside } from '#app/domain/submissions/redirect-outside.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { answerMany } from '#app/domain/submissions/answer-many.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { forgetDraft } from '#app/domain/submissions/forget-draft.server.ts'
import { keepDraft } from '#app/domain/submissions/keep-draft.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, colleague: Staff
beforeAll(async () => {
  ;[coordinator, colleague] = await Promise.all([makeStaff('coordinator'), makeStaff('coordinator')])
})

const fields = { message: 'Hej! Vi har' }
const of = (ref: string, form: (typeof formsOfCase)[number] = 'reply') => ({ form, ref })

test('what is half written is kept for who wrote it, for each form, and nobody else reads it', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  expect(await keepDraft(coordinator, of(ref), fields)).toMatchObject({ saved: expect.any(Date) })
  await keepDraft(coordinator, of(ref, 'answer'), { 'answer.sv': 'Vi byter', after: '0' })
  await keepDraft(coordinator, of(ref), { message: 'Hej! Vi har varit där' })
  expect(await draftsOf(coordinator, id)).toMatchObject({
    answer: { fields: { 'answer.sv': 'Vi byter' } },
    reply: { fields: { message: 'Hej! Vi har varit där' } },
  })
  expect(await draftsOf(colleague, id)).toEqual({})
  expect([...(await as(colleague, (tx) => tx.execute(sql`select * from drafts`)))]).toEqual([])
  const mine = await as(coordinator, (tx) => tx.execute(sql`select * from drafts where staff_id <> ${coordinator.id}`))
  expect([...mine]).toEqual([])
})

test('what is sent is half written no longer, and a form without a text keeps nothing', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await keepDraft(coordinator, of(ref), fields)
  await keepDraft(coordinator, of(ref, 'answer'), { 'answer.sv': 'Vi byter' })
  await reply(coordinator, ref, { message: 'Ett färdigt svar', formToken: await formTokenOfOurs() })
  expect((await draftsOf(coordinator, id)).reply).toBeDefined()
  await reply(coordinator, ref, {
    message: 'Hej! Vi har varit där.',
    formToken: await formTokenOfOurs(),
    fromDraft: true,
  })
  await answer(coordinator, ref, { body: { sv: 'Vi byter lampan.' }, audience: 'public', after: 0 })
  expect(await draftsOf(coordinator, id)).toEqual({})
  await keepDraft(coordinator, of(ref), fields)
  expect(await keepDraft(coordinator, of(ref), { wait: 'yes' })).toEqual({ saved: undefined })
  expect((await draftsOf(coordinator, id)).reply).toBeUndefined()
})

test('a draft is thrown away, and goes with its case', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await keepDraft(coordinator, of(ref), fields)
  expect(await discardDraft(coordinator, of(ref))).toEqual({ discarded: true })
  expect((await draftsOf(coordinator, id)).reply).toBeUndefined()
  await keepDraft(coordinator, of(ref), fields)
  await as(colleague, (tx) => forgetDraft(tx, { submissionId: id, staffId: coordinator.id, form: 'reply' }))
  expect((await draftsOf(coordinator, id)).reply).toBeDefined()
  await as({ as: 'seed' }, async (tx) => {
    await tx.execute(sql`delete from moves where submission_id = ${id}`)
    await tx.execute(sql`delete from submissions where id = ${id}`)
    expect(await tx.$count(drafts, eq(drafts.submissionId, id))).toBe(0)
  })
})

test('nobody keeps a draft about what she does not handle', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const officer = await makeStaff('officer')
  expect(await keepDraft(officer, of(ref), fields)).toEqual({ refused: 'not-found' })
  expect(await discardDraft(officer, of(ref))).toEqual({ refused: 'not-found' })
  await expect(keepDraft(await makeStaff('partner'), of(ref), fields)).rejects.toThrow('may not')
})

test('a draft may be longer than what can be sent, and holds no field of another form', () => {
  const long = 'x'.repeat(5001)
  const read = draftInputs(['sv', 'en']).answer.parse({ 'answer.sv': long, message: 'nej', audience: 'public' })
  expect(read).toEqual({ 'answer.sv': long, audience: 'public' })
})

/** Half of what each form is for. */
const halves = {
  'public-text': { 'title.sv': 'En lampa', seen: 'en tidigare text' },
  note: { body: 'Jag ringde' },
  redirect: { letter: 'Vänd dig till', outside: 'vasttrafik' },
}
const keptForms = Object.keys(halves) as (keyof typeof halves)[]

test('the public text, a note and a letter are kept half written, each for who writes it, until they are sent', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  for (const form of keptForms) {
    await keepDraft(coordinator, of(ref, form), halves[form])
    await keepDraft(colleague, of(ref, form), { ...halves[form], body: 'Min egen', letter: 'Min egen' })
  }
  const kept = await draftsOf(coordinator, id)
  for (const form of keptForms) expect(kept[form]?.fields).toEqual(halves[form])
  await note(coordinator, ref, 'Jag ringde upp.')
  const text = { title: { sv: 'En lampa' }, body: { sv: 'En lampa är trasig.' } }
  await writePublicText(coordinator, ref, { ...text, seen: markOf((await findForStaff(coordinator, ref))!) })
  const letter = { from: 'in_progress', outside: 'vasttrafik', letter: 'Vänd dig till dem.' } as const
  expect(await redirectOutside(coordinator, ref, letter)).toEqual({ redirected: 'vasttrafik' })
  expect(await draftsOf(coordinator, id)).toEqual({})
  expect(Object.keys(await draftsOf(colleague, id)).sort()).toEqual([...keptForms].sort())
})

test('who was sent a case keeps a note about it, and nothing else', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  const [partner, company] = [await makeStaff('partner', 'faltenheten'), await makeStaff('partner')]
  await route(coordinator, ref, { organisation: partner.organisation })
  await route(coordinator, ref, { organisation: company.organisation, rewrittenBody: 'En lampa är trasig.' })
  for (const staff of [partner, company]) {
    expect(await keepDraft(staff, of(ref, 'note'), halves.note)).toMatchObject({ saved: expect.any(Date) })
    expect((await draftsOf(staff, id)).note?.fields).toEqual(halves.note)
    await expect(keepDraft(staff, of(ref, 'public-text'), halves['public-text'])).rejects.toThrow('may not')
    await note(staff, ref, 'Jag ringde upp.')
    expect(await draftsOf(staff, id)).toEqual({})
  }
  const { ref: other } = await makeSubmission({ status: 'in_progress' })
  expect(await keepDraft(partner, of(other, 'note'), halves.note)).toEqual({ refused: 'not-found' })
})

const manyDraftOf = async (staff: Staff) => (await draftsOf(staff, null))['answer-many']

test('an answer to many is kept half written, for who writes it and about no case, until it is sent', async () => {
  const about = { form: 'answer-many' } as const
  expect(await manyDraftOf(coordinator)).toBeUndefined()
  await keepDraft(coordinator, about, { 'answer.sv': 'Vi lagar' })
  await keepDraft(colleague, about, { 'answer.sv': 'Min egen' })
  await keepDraft(coordinator, about, { 'answer.sv': 'Vi lagar det', audience: 'public' })
  expect((await manyDraftOf(coordinator))?.fields).toEqual({ 'answer.sv': 'Vi lagar det', audience: 'public' })
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const one = { ref, after: 0, said: 0, body: { sv: 'Vi lagar det.' } }
  expect(await answerMany(coordinator, { cases: [one], audience: 'public' })).toEqual({ answered: 1 })
  expect(await manyDraftOf(coordinator)).toBeUndefined()
  expect((await manyDraftOf(colleague))?.fields).toEqual({ 'answer.sv': 'Min egen' })
  expect(await discardDraft(colleague, about)).toEqual({ discarded: true })
  expect(await manyDraftOf(colleague)).toBeUndefined()
  const registrar = await makeStaff('registrar')
  await expect(keepDraft(registrar, about, { 'answer.sv': 'Nej' })).rejects.toThrow('may not')
})
