import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import { registrations } from '#db/schema/records.ts'
import { handovers, messages, routings, submissions } from '#db/schema/submissions.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { keepDraft } from '#app/domain/submissions/keep-draft.server.ts'
import { holdLikeness } from '#app/domain/submissions/hold-likeness.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { publicTextsForStaff } from '#app/domain/submissions/public-texts.server.ts'
import { withdrawAnswer } from '#app/domain/submissions/withdraw-answer.server.ts'
import { withdrawPublicText } from '#app/domain/submissions/withdraw-public-text.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { plansOf } from '#app/domain/submissions/plans-of.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import * as handOverPage from '#app/routes/staff.submissions.$ref_.hand-over.tsx'
import { get, post } from '../../support/call-route.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { cookieOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' } as const
const message = 'Vi har lämnat över ditt ärende.'
let coordinator: Staff, officer: Staff, registrar: Staff, partner: Staff, limited: Staff

beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  officer = await makeStaff('officer')
  registrar = await makeStaff('registrar', 'polisen')
  partner = await makeStaff('partner', 'faltenheten')
  limited = await makeStaff('officer', 'polisen', ['603'])
})

const rowOf = async (id: string) => {
  const [row] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  return row!
}
const numberOf = async (id: string): Promise<string> => {
  await registerSubmission(id)
  return (await rowOf(id)).registrationNumber!
}

describe('a case of the police that belongs to the city', () => {
  const given = async () => {
    const made = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    const number = await numberOf(made.id)
    await assign(officer, made.ref, { from: null, to: officer.id })
    await note(officer, made.ref, 'Bara för polisen.')
    await route(officer, made.ref, { organisation: 'goteborg' })
    await route(officer, made.ref, { organisation: 'raddningstjansten' })
    expect(await handOver(officer, made.ref, { from: 'in_progress', to: 'goteborg', message })).toEqual({
      handedOver: 'goteborg',
    })
    return { ...made, number }
  }

  test('takes nothing along of how the police had judged it, and by when they meant to act', async () => {
    const { ref, id } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    const untouched = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    const judged = {
      priority: 'high' as const,
      deadlineOn: '2027-03-01',
      proposedTo: 'gardstensbostader',
      waiting: 'outside' as const,
    }
    const stated = { on: '2027-04-01', at: new Date().toISOString(), outside: true }
    await as(seed, (tx) =>
      tx
        .update(submissions)
        .set({ ...judged, stated })
        .where(eq(submissions.id, id)),
    )
    for (const one of [ref, untouched.ref])
      await handOver(officer, one, { from: 'in_progress', to: 'goteborg', message })
    const [seen, other] = [await findForStaff(coordinator, ref), await findForStaff(coordinator, untouched.ref)]
    for (const part of ['priority', 'deadlineOn', 'proposal', 'stated', 'waiting'] as const)
      expect(seen![part], part).toEqual(other![part])
    const [first, second] = await Promise.all([rowOf(id), rowOf(untouched.id)])
    expect([first.dueOn, first.waiting]).toEqual([second.dueOn, second.waiting])
  })

  test('takes nothing along of what the police had planned, and that is done no more', async () => {
    const { ref, id } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    const later = {
      body: { sv: 'Vi mäter farten.' },
      audience: 'public',
      after: 0,
      at: new Date(Date.now() + 60_000),
    } as const
    expect(await answer(officer, ref, later)).toEqual({ planned: expect.any(String) as string })
    await handOver(officer, ref, { from: 'in_progress', to: 'goteborg', message })
    expect(await plansOf(coordinator, id)).toEqual([])
    expect(await answer(coordinator, ref, later)).toEqual({ planned: expect.any(String) as string })
    expect(await plansOf(coordinator, id)).toHaveLength(1)
  })

  test('leaves with the police what a colleague planned while it was being handed over', async () => {
    const { ref, id } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    const at = new Date(Date.now() + 60_000)
    await as(officer, async (tx) => {
      await tx.execute(sql`select now()`)
      await answer(officer, ref, { body: { sv: 'Vi mäter farten.' }, audience: 'public', after: 0, at })
      await tx.execute(sql`select hand_over_case(${id}, 'goteborg')`)
    })
    const asked = (staff: Staff | typeof seed) =>
      as(staff, (tx) => tx.execute(sql`select id from plans where submission_id = ${id}`))
    expect(await asked(seed)).toHaveLength(1)
    expect(await asked(coordinator)).toHaveLength(0)
  })

  test('takes nothing along of what was withdrawn from it for secrecy, nor why, and the police have it again with the case', async () => {
    const secret = 'Kalle Grannsson bor i nummer fyra.'
    const published = { title: 'Bilar', body: secret }
    const { ref, id } = await makeSubmission({ category: 'traffic', status: 'in_progress', published })
    await answer(officer, ref, { body: { sv: secret }, audience: 'public', after: 0 })
    const why = { ground: 'secrecy', reason: secret } as const
    expect(await withdrawAnswer(officer, ref, { version: 1, ...why })).toEqual({ withdrawn: 1 })
    expect(await withdrawPublicText(officer, ref, { version: 1, ...why })).toEqual({ withdrawn: 1 })
    await move(officer, ref, { from: 'answered', to: 'closed' })
    await move(officer, ref, { from: 'closed', to: 'in_progress' })
    expect(await handOver(officer, ref, { from: 'in_progress', to: 'goteborg', message })).toEqual({
      handedOver: 'goteborg',
    })
    const told = async (staff: Staff) => {
      const raw = await Promise.all(
        ['withdrawals', 'responses', 'public_texts', 'moves'].map((table) =>
          as(staff, async (tx) => [
            ...(await tx.execute(sql.raw(`select * from ${table} where submission_id = '${id}'`))),
          ]),
        ),
      )
      return JSON.stringify([raw, await findForStaff(staff, ref), await publicTextsForStaff(staff, id)])
    }
    const cityRegistrar = await makeStaff('registrar')
    for (const staff of [coordinator, cityRegistrar]) expect(await told(staff)).not.toContain(secret)
    expect(await withdrawAnswer(coordinator, ref, { version: 1, ...why })).toEqual({ refused: 'changed-meanwhile' })
    await handOver(coordinator, ref, { from: 'in_progress', to: 'polisen', message })
    expect((await publicTextsForStaff(officer, id)).withdrawals).toHaveLength(2)
  })

  test('is read and handled by the city from then on, and by nobody of the police', async () => {
    const { ref } = await given()
    expect(await findForStaff(officer, ref)).toBeUndefined()
    expect(await findForStaff(registrar, ref)).toBeUndefined()
    const found = await findForStaff(coordinator, ref)
    expect(found).toMatchObject({ acts: true, receivingAuthority: 'goteborg', status: 'in_progress' })
    expect(found?.assignee).toBeUndefined()
    expect(found?.routings.map(({ organisation }) => organisation)).toEqual(['raddningstjansten'])
    expect(await handOver(officer, ref, { from: 'in_progress', to: 'polisen', message })).toEqual({
      refused: 'not-found',
    })
  })

  test('leaves its notes with the police, whoever asks for them', async () => {
    const { id, ref } = await given()
    expect((await findForStaff(coordinator, ref))?.notes).toEqual([])
    const asked = (staff: Staff) =>
      as(staff, (tx) => tx.execute(sql`select body from notes where submission_id = ${id}`))
    expect(await asked(coordinator)).toHaveLength(0)
    expect(await asked(officer)).toHaveLength(0)
  })

  test('gets a number of the city’s register, and the old one stays in that of the police', async () => {
    const { id, number } = await given()
    expect(number).toMatch(/^POL-/)
    expect(await rowOf(id)).toMatchObject({ registrationNumber: null })
    expect(await numberOf(id)).toMatch(/^GBG-\d{4}-\d{6}$/)
    const [row] = await as(seed, (tx) =>
      tx.select().from(registrations).where(eq(registrations.registrationNumber, number)),
    )
    expect(row).toMatchObject({ authority: 'polisen', submissionId: null, disposedOn: null })
    const [was] = await as(seed, (tx) => tx.select().from(handovers).where(eq(handovers.submissionId, id)))
    expect(was).toMatchObject({ fromAuthority: 'polisen', toAuthority: 'goteborg', registrationNumber: number })
  })

  test('tells its resident in the thread, and writes down what one that was sealed would', async () => {
    const { id, hash, number } = await given()
    const thread = await threadUnderCode(hash)
    expect(thread?.submission.receivingAuthority).toBe('goteborg')
    expect(thread?.messages).toMatchObject([{ sender: 'staff', body: message, signedAs: officer.signsAs }])
    expect((await auditOf(id)).at(-1)).toEqual({
      ...{ event: 'submission-handed-over', staffId: officer.id, details: { registrationNumber: number } },
    })
    const jobs = await as(seed, (tx) =>
      tx.execute<{ name: string }>(
        sql`select name from pgboss.job where data->>'submissionId' = ${id} order by created_on`,
      ),
    )
    expect(
      jobs
        .map(({ name }) => name)
        .slice(-2)
        .sort(),
    ).toEqual(['message-to-resident', 'register-submission'])
  })

  test('can be handed back, and then has a third number', async () => {
    const { id, ref } = await given()
    await numberOf(id)
    expect(await handOver(coordinator, ref, { from: 'in_progress', to: 'polisen', message })).toEqual({
      handedOver: 'polisen',
    })
    expect(await numberOf(id)).toMatch(/^POL-/)
    expect((await findForStaff(officer, ref))?.handovers).toHaveLength(2)
  })
})

test('of two who hand over and work on at once, one wins and the other is told', async () => {
  const { ref } = await makeSubmission({ category: 'traffic' })
  const results = await Promise.all([
    handOver(officer, ref, { from: 'received', to: 'goteborg', message }),
    handOver(officer, ref, { from: 'received', to: 'goteborg', message }),
  ])
  expect(results.filter((result) => 'handedOver' in result)).toHaveLength(1)
  expect(results.filter((result) => 'refused' in result)).toHaveLength(1)
})

test('what is closed, what others were merged into and what stays where it is are not handed over', async () => {
  const [closed, into, merged] = [
    await makeSubmission({ category: 'traffic', status: 'closed' }),
    await makeSubmission({ category: 'traffic' }),
    await makeSubmission({ category: 'traffic' }),
  ]
  await merge(officer, merged.ref, { from: 'received', into: into.ref })
  const hand = (
    ref: string,
    from: 'closed' | 'received' | 'merged' | 'screening',
    to: 'goteborg' | 'polisen' = 'goteborg',
  ) => handOver(officer, ref, { from, to, message })
  expect(await hand(closed.ref, 'closed')).toEqual({ refused: 'wrong-status' })
  expect(await hand(merged.ref, 'merged')).toEqual({ refused: 'wrong-status' })
  expect(await hand(into.ref, 'screening')).toEqual({ refused: 'changed-meanwhile' })
  expect(await hand(into.ref, 'received', 'polisen')).toEqual({ refused: 'no-such-authority' })
  expect(await hand(into.ref, 'received')).toEqual({ refused: 'has-merged' })
  expect(await as(seed, (tx) => tx.select().from(messages).where(eq(messages.submissionId, into.id)))).toEqual([])
})

test('the database itself lets nobody hand over what she does not handle', async () => {
  const { id } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
  await as(seed, (tx) =>
    tx.insert(routings).values({ submissionId: id, organisation: 'faltenheten', staffId: officer.id }),
  )
  const company = await makeStaff('partner')
  for (const staff of [coordinator, registrar, partner, limited, company]) {
    const tried = as(staff, (tx) => tx.execute(sql`select public.hand_over_case(${id}, 'goteborg')`))
    expect(await tried.then(() => 'done', errorCode), staff.role).toContain('42501')
    const written = as(staff, (tx) =>
      tx.execute(sql`insert into public.handovers (submission_id, from_authority, to_authority, staff_id)
        values (${id}, 'polisen', 'goteborg', ${staff.id})`),
    )
    expect(await written.then(() => 'done', errorCode), staff.role).toContain('42501')
  }
  expect(await rowOf(id)).toMatchObject({ receivingAuthority: 'polisen' })
})

test('that it was handed over, and its number before, is read by who has it and by nobody else', async () => {
  const { id, ref } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
  await route(officer, ref, { organisation: 'faltenheten' })
  await handOver(officer, ref, { from: 'in_progress', to: 'goteborg', message })
  const seen = (staff: Staff) =>
    as(staff, (tx) => tx.execute(sql`select id from handovers where submission_id = ${id}`))
  expect(await seen(coordinator)).toHaveLength(1)
  for (const staff of [officer, partner, registrar]) expect(await seen(staff)).toHaveLength(0)
  expect((await findForStaff(partner, ref))?.handovers).toEqual([])
})

test('what was handed over is not held anew for being like another', async () => {
  const body = 'Bilar kör fort på gången vid skolan varje kväll efter klockan tio.'
  await makeSubmission({ category: 'traffic', body })
  const { id, ref } = await makeSubmission({ category: 'traffic', body })
  await holdLikeness(id)
  expect((await rowOf(id)).heldFor).toContain('like-another')
  await handOver(officer, ref, { from: 'received', to: 'goteborg', message })
  await holdLikeness(id)
  expect((await rowOf(id)).heldFor).toEqual([])
})

test('the letter is proposed in her language and in Swedish with how to reach them, changed, kept and sent', async () => {
  const { ref, id, hash } = await makeSubmission({ category: 'traffic', language: 'en', status: 'in_progress' })
  const visit = { params: { ref }, cookie: await cookieOf(officer) }
  const letterOf = async () => ((await get(handOverPage, '/x', visit)).data as { letter: string }).letter
  expect(await letterOf()).toMatch(/^Hello![^]*031-365 00 00 and at goteborg\.se[^]*Hej![^]*031-365 00 00/)
  await keepDraft(officer, { form: 'hand-over', ref }, { letter: 'Halvt brev' })
  expect(await letterOf()).toBe('Halvt brev')
  const send = (letter: string) =>
    post(handOverPage, '/x', { ...visit, fields: { from: 'in_progress', to: 'goteborg', letter } })
  expect(await send('  ')).toMatchObject({ status: 422, data: { errors: { letter: 'missing' } } })
  expect([await letterOf(), (await threadUnderCode(hash))?.messages]).toEqual(['Halvt brev', []])
  expect((await send('Staden sköter vägen.')).status).toBe(303)
  expect((await threadUnderCode(hash))?.messages).toMatchObject([{ body: 'Staden sköter vägen.' }])
  expect(await draftsOf(officer, id)).toEqual({})
  expect(await as(seed, (tx) => tx.execute(sql`select form from drafts where submission_id = ${id}`))).toHaveLength(0)
})
