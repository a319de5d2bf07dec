import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { discardDraft } from '#app/domain/submissions/discard-draft.server.ts'
import { draftInputs } from '#app/domain/submissions/draft-input.server.ts'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { forgetDraft } from '#app/domain/submissions/forget-draft.server.ts'
import { keepDraft } from '#app/domain/submissions/keep-draft.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, colleague: Staff
beforeAll(async () => {
  ;[coordinator, colleague] = await Promise.all([makeStaff('coordinator'), makeStaff('coordinator')])
})

const half = { form: 'reply' as const, fields: { message: 'Hej! Vi har' } }
const formToken = async () => newFormToken(await lastingKey('form tokens'))

test('what is half written is kept for who wrote it, for each form, and nobody else reads it', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  expect(await keepDraft(coordinator, ref, half)).toMatchObject({ saved: expect.any(Date) })
  await keepDraft(coordinator, ref, { form: 'answer', fields: { 'answer.sv': 'Vi byter', after: '0' } })
  await keepDraft(coordinator, ref, { ...half, fields: { message: 'Hej! Vi har varit där' } })
  expect(await draftsOf(coordinator, id)).toMatchObject({
    answer: { fields: { 'answer.sv': 'Vi byter' } },
    reply: { fields: { message: 'Hej! Vi har varit där' } },
  })
  expect(await draftsOf(colleague, id)).toEqual({ answer: undefined, reply: undefined })
  expect([...(await as(colleague, (tx) => tx.execute(sql`select * from drafts`)))]).toEqual([])
  const mine = await as(coordinator, (tx) => tx.execute(sql`select * from drafts where staff_id <> ${coordinator.id}`))
  expect([...mine]).toEqual([])
})

test('what is sent is half written no longer, and a form without a text keeps nothing', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await keepDraft(coordinator, ref, half)
  await keepDraft(coordinator, ref, { form: 'answer', fields: { 'answer.sv': 'Vi byter' } })
  await reply(coordinator, ref, { message: 'Ett färdigt svar', formToken: await formToken() })
  expect((await draftsOf(coordinator, id)).reply).toBeDefined()
  await reply(coordinator, ref, { message: 'Hej! Vi har varit där.', formToken: await formToken(), fromDraft: true })
  await answer(coordinator, ref, { body: { sv: 'Vi byter lampan.' }, audience: 'public', after: 0 })
  expect(await draftsOf(coordinator, id)).toEqual({ answer: undefined, reply: undefined })
  await keepDraft(coordinator, ref, half)
  expect(await keepDraft(coordinator, ref, { form: 'reply', fields: { wait: 'yes' } })).toEqual({ saved: undefined })
  expect((await draftsOf(coordinator, id)).reply).toBeUndefined()
})

test('a draft is thrown away, and goes with its case', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await keepDraft(coordinator, ref, half)
  expect(await discardDraft(coordinator, ref, 'reply')).toEqual({ discarded: true })
  expect((await draftsOf(coordinator, id)).reply).toBeUndefined()
  await keepDraft(coordinator, ref, half)
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
  expect(await keepDraft(officer, ref, half)).toEqual({ refused: 'not-found' })
  expect(await discardDraft(officer, ref, 'reply')).toEqual({ refused: 'not-found' })
  await expect(keepDraft(await makeStaff('partner'), ref, half)).rejects.toThrow('may not')
})

test('a draft may be longer than what can be sent, and holds no field of another form', () => {
  const long = 'x'.repeat(5001)
  const read = draftInputs(['sv', 'en']).answer.parse({ 'answer.sv': long, message: 'nej', audience: 'public' })
  expect(read).toEqual({ 'answer.sv': long, audience: 'public' })
})
