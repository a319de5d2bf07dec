import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, everyone } from '#db/client.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { publicTextsForStaff } from '#app/domain/submissions/public-texts.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { storedUnderCode } from '#app/domain/records/stored-under-code.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { withdrawAnswer } from '#app/domain/submissions/withdraw-answer.server.ts'
import { withdrawPublicText } from '#app/domain/submissions/withdraw-public-text.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, officer: Staff
beforeAll(async () => {
  ;[coordinator, officer] = await Promise.all([makeStaff('coordinator'), makeStaff('officer')])
})

const why = { ground: 'privacy', reason: 'Grannens namn stod där.' } as const
const secret = 'Kalle Grannsson'

/** Writes the public text of a case anew. */
const write = async (ref: string, title: string, body: Record<string, string> & { sv: string }) => {
  const seen = markOf((await findForStaff(coordinator, ref))!)
  const titles = { ...Object.fromEntries(Object.keys(body).map((tag) => [tag, title])), sv: title }
  expect(await writePublicText(coordinator, ref, { title: titles, body, seen })).toEqual({ written: true })
}

/** All that a role reads of a case, whatever the query forgot. */
const everything = async (who: Parameters<typeof as>[0], id: string) => {
  const told: unknown[] = []
  for (const table of ['responses', 'public_texts'])
    told.push(
      await as(who, (tx) =>
        tx.execute(sql.raw(`select body from ${table} where submission_id = '${id}'`)).then((rows) => [...rows]),
      ).catch((error: unknown) => String(error)),
    )
  return JSON.stringify(told)
}

test('an answer that is withdrawn has no text any more for anybody, and its day remains', async () => {
  const { ref, id, hash } = await makeSubmission({
    ...{ status: 'in_progress', published: { title: 'En lampa', body: 'Den är trasig.' } },
  })
  await answer(coordinator, ref, { body: { sv: `${secret} har lagat den.` }, audience: 'public', after: 0 })
  await answer(coordinator, ref, { body: { sv: 'Den är lagad.' }, audience: 'public', after: 1 })
  expect(JSON.stringify(await findPublished(ref))).toContain(secret)
  expect(await withdrawAnswer(coordinator, ref, { version: 1, ...why })).toEqual({ withdrawn: 1 })
  const shown = await findPublished(ref)
  expect(shown?.versions.map(({ body, withdrawnOn }) => [body?.sv, withdrawnOn !== null])).toEqual([
    ['Den är lagad.', false],
    [undefined, true],
  ])
  const thread = await threadUnderCode(hash)
  expect([thread?.responses.length, thread?.withdrawn.length]).toEqual([1, 1])
  for (const told of [shown, thread, await storedUnderCode(hash)]) expect(JSON.stringify(told)).not.toContain(secret)
  expect(await everything(everyone, id)).not.toContain(secret)
  expect(await everything({ as: 'resident', codeHash: hash }, id)).not.toContain(secret)
  expect((await publicTextsForStaff(coordinator, id)).withdrawals).toMatchObject([
    { part: 'answer', version: 1, ...why },
  ])
  expect((await auditOf(id)).at(-1)).toMatchObject({
    event: 'answer-withdrawn',
    details: { version: 1, reasons: 'privacy' },
  })
  expect(await withdrawAnswer(coordinator, ref, { version: 1, ...why })).toEqual({ refused: 'changed-meanwhile' })
})

test('every text that was shown is told in the history, and nothing that was only a draft', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await write(ref, 'Utkast', { sv: 'Aldrig visat.' })
  await write(ref, 'Lampa', { sv: 'En lampa är trasig.' })
  expect('published' in (await publish(coordinator, ref))).toBe(true)
  await write(ref, 'Lampor', { sv: 'Två lampor är trasiga.' })
  await write(ref, 'Lampor', { sv: 'Två lampor är trasiga.' })
  const found = await findPublished(ref)
  expect(found?.texts.map(({ version, title }) => [version, title?.sv])).toEqual([
    [2, 'Lampor'],
    [1, 'Lampa'],
  ])
  expect((await publicTextsForStaff(coordinator, id)).shown.map(({ byName }) => byName)).toEqual([
    coordinator.name,
    coordinator.name,
  ])
})

test('a public text that is withdrawn leaves the history; with the one that is shown the case is shown no longer', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress', published: { title: secret, body: 'Bor där.' } })
  await write(ref, 'Lampa', { sv: 'En lampa är trasig.' })
  expect(await withdrawPublicText(coordinator, ref, { version: 1, ...why })).toEqual({ withdrawn: 1 })
  const found = await findPublished(ref)
  expect(found?.texts.map(({ body, withdrawnOn }) => [body?.sv, withdrawnOn !== null])).toEqual([
    ['En lampa är trasig.', false],
    [undefined, true],
  ])
  expect(JSON.stringify(found)).not.toContain(secret)
  expect(await withdrawPublicText(coordinator, ref, { version: 2, ...why })).toEqual({ withdrawn: 2 })
  expect(await findPublished(ref)).toBeUndefined()
  expect(await publish(coordinator, ref)).toEqual({ refused: 'public-text-missing' })
  await write(ref, 'Lampa', { sv: 'En lampa är trasig igen.' })
  await publish(coordinator, ref)
  expect((await findPublished(ref))?.texts.map(({ body }) => body?.sv)).toEqual([
    ...['En lampa är trasig igen.', undefined, undefined],
  ])
  expect(await withdrawPublicText(coordinator, ref, { version: 9, ...why })).toEqual({ refused: 'changed-meanwhile' })
  expect((await publicTextsForStaff(coordinator, id)).withdrawals).toHaveLength(2)
})

test('nobody withdraws what her authority has not received, and why is read by nobody else', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress', published: { title: 'Lampa', body: 'Trasig.' } })
  await answer(coordinator, ref, { body: { sv: 'Lagad.' }, audience: 'public', after: 0 })
  for (const withdraw of [withdrawAnswer, withdrawPublicText]) {
    expect(await withdraw(officer, ref, { version: 1, ...why })).toEqual({ refused: 'not-found' })
    await expect(withdraw(await makeStaff('partner'), ref, { version: 1, ...why })).rejects.toThrow('may not')
  }
  await withdrawAnswer(coordinator, ref, { version: 1, ...why })
  const reasons = (who: Parameters<typeof as>[0]) =>
    as(who, (tx) => tx.execute(sql`select reason from withdrawals where submission_id = ${id}`)).then((rows) => [
      ...rows,
    ])
  expect(await reasons(coordinator)).toHaveLength(1)
  expect(await reasons(officer)).toEqual([])
  for (const who of [everyone, { as: 'resident', codeHash: '' } as const, await makeStaff('partner')])
    await expect(reasons(who)).rejects.toThrow()
})
