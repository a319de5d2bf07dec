import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, everyone } from '#db/client.server.ts'
import { messages, moves, responses, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { closeAnswered } from '#app/domain/submissions/close-answered.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { link } from '#app/domain/submissions/link.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { unlink } from '#app/domain/submissions/unlink.server.ts'
import { unpublish } from '#app/domain/submissions/unpublish.server.ts'
import { findingsIn } from '#app/domain/personal/findings-in.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { pledge } from '#db/seeds/reference/pledge.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, colleague: Staff, officer: Staff, registrar: Staff
beforeAll(async () => {
  ;[coordinator, colleague, officer, registrar] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('registrar'),
  ])
})

const stateOf = async (id: string) => {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  return row!
}
const jobsFor = (id: string) =>
  as({ as: 'seed' }, (tx) => tx.execute(`select name from pgboss.job where data->>'submissionId' = '${id}'`))
const emptyText = markOf({ publicTitle: null, publicBody: null })

test('of two who move the same submission at once one wins and the other is told', async () => {
  const { ref, id } = await makeSubmission({ status: 'screening' })
  const from = 'screening' as const
  const results = await Promise.all([
    move(coordinator, ref, { from, to: 'in_progress' }),
    move(colleague, ref, { from, to: 'not_pursued', reason: 'Det hör inte hit.' }),
  ])
  expect(results.filter((result) => 'moved' in result)).toHaveLength(1)
  expect(results.filter((result) => 'refused' in result)).toEqual([{ refused: 'changed-meanwhile' }])
  const made = await as({ as: 'seed' }, (tx) =>
    tx
      .select()
      .from(moves)
      .where(and(eq(moves.submissionId, id), eq(moves.fromStatus, 'screening'))),
  )
  expect(made).toHaveLength(1)
})

test('a move leaves a line in the history and in the audit, and the time of screening', async () => {
  const { ref, id } = await makeSubmission()
  await move(coordinator, ref, { from: 'received', to: 'screening' })
  expect((await stateOf(id)).screenedAt).toBeNull()
  await move(coordinator, ref, { from: 'screening', to: 'in_progress' })
  expect((await stateOf(id)).screenedAt).toBeInstanceOf(Date)
  const found = await findForStaff(coordinator, ref)
  expect(found?.moves.map(({ toStatus, byName }) => [toStatus, byName])).toEqual([
    ['screening', coordinator.name],
    ['in_progress', coordinator.name],
  ])
  expect((await auditOf(id)).slice(-1)).toEqual([
    { event: 'submission-moved', staffId: coordinator.id, details: { from: 'screening', to: 'in_progress' } },
  ])
})

test('a move that is not legal is refused, and merging and asking again are not moves of staff', async () => {
  const tries: [Parameters<typeof makeSubmission>[0] & object, Status][] = [
    [{ status: 'received' }, 'in_progress'],
    [{ status: 'received' }, 'merged'],
    [{ status: 'answered' }, 'reopen_requested'],
    [{ status: 'closed' }, 'answered'],
  ]
  for (const [wanted, to] of tries) {
    const { ref } = await makeSubmission(wanted)
    const from = wanted.status ?? 'received'
    expect(await move(coordinator, ref, { from, to, reason: 'Så' })).toEqual({ refused: 'wrong-status' })
  }
})

test('who is sent elsewhere or not helped is told why, and nobody is without a reason', async () => {
  const { ref, hash, id } = await makeSubmission()
  const away = { from: 'received', to: 'redirected' } as const
  expect(await move(coordinator, ref, away)).toEqual({ refused: 'reason-missing' })
  expect(await move(coordinator, ref, { ...away, reason: 'Ring Trafikverket.' })).toEqual({ moved: 'redirected' })
  expect((await threadUnderCode(hash))?.moves).toMatchObject([{ toStatus: 'redirected', reason: 'Ring Trafikverket.' }])
  expect(await jobsFor(id)).toContainEqual({ name: 'message-to-resident' })
})

test('nothing counts as answered without an answer', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  expect(await move(coordinator, ref, { from: 'in_progress', to: 'answered' })).toEqual({ refused: 'answer-missing' })
})

test('a submission can be given to who may have it, taken back, and not to others', async () => {
  const { ref, id } = await makeSubmission()
  expect(await assign(coordinator, ref, { from: null, to: colleague.id })).toEqual({ assigned: colleague.id })
  expect(await assign(coordinator, ref, { from: null, to: coordinator.id })).toEqual({ refused: 'changed-meanwhile' })
  for (const to of [officer.id, registrar.id, 'nobody-we-know'])
    expect(await assign(colleague, ref, { from: colleague.id, to })).toEqual({ refused: 'no-such-person' })
  const elsewhere = await makeStaff('coordinator', undefined, ['609'])
  expect(await assign(colleague, ref, { from: colleague.id, to: elsewhere.id })).toEqual({ refused: 'no-such-person' })
  expect(await assign(colleague, ref, { from: colleague.id, to: null })).toEqual({ assigned: null })
  expect((await auditOf(id)).filter(({ event }) => event === 'submission-assigned')).toHaveLength(2)
})

test('a reply is signed with the function, asks the resident, and rings the bell once', async () => {
  const { ref, hash, id } = await makeSubmission({ status: 'in_progress' })
  const form = { message: 'Vilken lampa är det?', wait: true, formToken: await formTokenOfOurs() }
  expect(await Promise.all([reply(coordinator, ref, form), reply(coordinator, ref, form)])).toEqual([
    { sent: true },
    { sent: true },
  ])
  const thread = await threadUnderCode(hash)
  expect(thread?.messages).toMatchObject([{ sender: 'staff', body: form.message, signedAs: coordinator.signsAs }])
  expect(JSON.stringify(thread)).not.toContain(coordinator.name)
  expect(thread?.submission.status).toBe('waiting_for_resident')
  expect((await jobsFor(id)).filter(({ name }) => name === 'message-to-resident')).toHaveLength(1)

  await addMessage(hash, { message: 'Den vid bron.', formToken: await formTokenOfOurs() })
  expect((await findForStaff(coordinator, ref))?.status).toBe('in_progress')
})

test('only what is in progress can wait for the resident, and then nothing is sent', async () => {
  const { ref, id } = await makeSubmission()
  const refused = await reply(coordinator, ref, { message: 'Hej', wait: true, formToken: await formTokenOfOurs() })
  expect(refused).toEqual({ refused: 'wrong-status' })
  expect(await reply(coordinator, ref, { message: 'Hej', formToken: 'made up' })).toEqual({ refused: 'stale-form' })
  const sent = await as({ as: 'seed' }, (tx) => tx.$count(messages, eq(messages.submissionId, id)))
  expect(sent).toBe(0)
})

test('a submission is linked to several commitments, each once, and a link can be taken away', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  const [one, two] = pledge.commitments.map(({ slug }) => slug) as [string, string]
  expect(await link(coordinator, ref, [one, two])).toEqual({ linked: 2 })
  expect(await link(coordinator, ref, [one])).toEqual({ linked: 0 })
  expect(await link(coordinator, ref, [one, 'no-such-thing'])).toEqual({ refused: 'no-such-commitment' })
  expect(await unlink(coordinator, ref, one)).toEqual({ unlinked: one })
  expect(await unlink(coordinator, ref, one)).toEqual({ refused: 'changed-meanwhile' })
  expect((await findForStaff(coordinator, ref))?.commitments.map(({ slug }) => slug)).toEqual([two])
  const events = (await auditOf(id)).map(({ event }) => event)
  expect(events.filter((event) => event === 'commitment-linked')).toHaveLength(2)
  expect(events.filter((event) => event === 'commitment-unlinked')).toHaveLength(1)
})

test('an answer moves it to answered; a correction is a new version beside the old', async () => {
  const { ref, hash, id } = await makeSubmission({ status: 'waiting_for_resident' })
  const first = { body: { sv: 'Vi byter lampan i veckan.' }, audience: 'public' as const, after: 0 }
  const both = await Promise.all([answer(coordinator, ref, first), answer(colleague, ref, first)])
  expect(both.filter((result) => 'version' in result)).toEqual([{ version: 1 }])
  expect(both.filter((result) => 'refused' in result)).toEqual([{ refused: 'changed-meanwhile' }])
  expect((await stateOf(id)).status).toBe('answered')

  const second = { ...first, body: { sv: 'Vi byter lampan på måndag.' }, after: 1 }
  expect(await answer(coordinator, ref, second)).toEqual({ version: 2 })
  const thread = await threadUnderCode(hash)
  expect(thread?.responses.map(({ body }) => body.sv)).toEqual([second.body.sv, first.body.sv])
  expect((await auditOf(id)).filter(({ event }) => event === 'answer-given')).toHaveLength(2)
})

test('what nobody has screened cannot be answered or published', async () => {
  const { ref } = await makeSubmission()
  const given = await answer(coordinator, ref, { body: { sv: 'Nej' }, audience: 'resident', after: 0 })
  expect(given).toEqual({ refused: 'wrong-status' })
  const text = { title: { sv: 'Trasig lampa' }, body: { sv: 'En lampa är trasig.' }, seen: emptyText }
  expect(await writePublicText(coordinator, ref, text)).toEqual({ written: true })
  expect(await publish(coordinator, ref)).toEqual({ refused: 'wrong-status' })
})

test('a public text that may point out a person is saved once its writer has looked at just that', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  const written = { title: { sv: 'Bråk' }, seen: emptyText }
  const text = {
    ...written,
    body: { sv: 'En bil, ABC 123, står vid Komettorget.', en: 'The car of Zoltan, ABC 123.' },
  }
  expect(await writePublicText(coordinator, ref, text)).toEqual({ refused: 'looks-personal' })
  const found = await findingsIn([text.title, text.body])
  expect(found!.passages).toEqual([
    { kind: 'plate', text: 'ABC 123' },
    { kind: 'name', text: 'Zoltan' },
  ])
  const other = { ...text, body: { sv: 'En bil, ABC 124, står vid Komettorget.' }, looked: found!.mark }
  expect(await writePublicText(coordinator, ref, other)).toEqual({ refused: 'looks-personal' })
  expect((await stateOf(id)).publicTitle).toBeNull()
  expect(await writePublicText(coordinator, ref, { ...text, looked: found!.mark })).toEqual({ written: true })
  expect((await auditOf(id)).at(-1)).toMatchObject({ event: 'public-text-written', details: { looked: 2 } })
})

test('only the public text is published, at a coarse place, and it can be taken away again', async () => {
  const body = 'Jag heter Kim och bor på Bredfjällsgatan 1.'
  const { ref, id } = await makeSubmission({ body, lat: 57.78029, lon: 12.03579, status: 'in_progress' })
  expect(await publish(coordinator, ref)).toEqual({ refused: 'public-text-missing' })
  const text = { title: { sv: 'Trasig lampa' }, body: { sv: 'En lampa är trasig.' }, seen: emptyText }
  await writePublicText(coordinator, ref, text)
  expect(await writePublicText(colleague, ref, text)).toEqual({ refused: 'changed-meanwhile' })
  expect(await publish(coordinator, ref)).toHaveProperty('published')
  expect(await publish(coordinator, ref)).toEqual({ refused: 'changed-meanwhile' })

  const { publicTitle, publicBody, cell, publicAreaCode } = submissions
  const shown = () =>
    as(everyone, (tx) =>
      tx.select({ publicTitle, publicBody, cell, publicAreaCode }).from(submissions).where(eq(submissions.id, id)),
    )
  const [row] = await shown()
  expect(row).toMatchObject({ publicTitle: text.title, publicBody: text.body, publicAreaCode: '606' })
  expect(JSON.stringify(row)).not.toContain('Kim')

  expect(await unpublish(coordinator, ref)).toEqual({ unpublished: true })
  expect(await unpublish(coordinator, ref)).toEqual({ refused: 'changed-meanwhile' })
  expect(await shown()).toEqual([])
  const events = (await auditOf(id)).map(({ event }) => event)
  expect(events).toEqual(
    expect.arrayContaining(['public-text-written', 'submission-published', 'submission-unpublished']),
  )
})

test('an answered submission closes by itself after sixty days, and not before', async () => {
  const { id } = await makeSubmission({ status: 'answered' })
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  await closeAnswered(inDays(59))
  expect((await stateOf(id)).status).toBe('answered')
  const closed = await Promise.all([closeAnswered(inDays(60)), closeAnswered(inDays(60))])
  expect(closed[0] + closed[1]).toBeGreaterThan(0)
  expect((await stateOf(id)).status).toBe('closed')
  expect((await auditOf(id)).filter(({ event }) => event === 'submission-moved')).toHaveLength(1)
})

test('a role without the right throws before anything is asked of the database', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await expect(move(registrar, ref, { from: 'in_progress', to: 'waiting_for_resident' })).rejects.toThrow()
  await expect(answer(registrar, ref, { body: { sv: 'Nej' }, audience: 'public', after: 0 })).rejects.toThrow()
  await expect(publish(registrar, ref)).rejects.toThrow()
  const given = await as({ as: 'seed' }, (tx) => tx.$count(responses, eq(responses.submissionId, id)))
  expect(given).toBe(0)
})
