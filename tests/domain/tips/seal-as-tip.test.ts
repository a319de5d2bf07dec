import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { listenTo } from '#db/listen.server.ts'
import { childReports } from '#db/schema/child-reports.ts'
import { auditLines, outbox } from '#db/schema/records.ts'
import { staff as people } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { tips, tipPhotos } from '#db/schema/tips.ts'
import { raiseAlarm } from '#app/domain/alarms/raise-alarm.server.ts'
import { takeAlarm } from '#app/domain/alarms/take-alarm.server.ts'
import { auditFilter } from '#app/domain/audit/input.server.ts'
import { searchAudit } from '#app/domain/audit/search-audit.server.ts'
import { changeBell } from '#app/domain/bells/change-bell.server.ts'
import { linkOfBell } from '#app/domain/bells/bell-links.server.ts'
import { editPhoto } from '#app/domain/photos/edit-photo.server.ts'
import { findPublicPhoto } from '#app/domain/photos/find-public-photo.server.ts'
import { setPhotoState } from '#app/domain/photos/set-photo-state.server.ts'
import { noteChildReport } from '#app/domain/child-reports/note-child-report.server.ts'
import { addDisposalRule } from '#app/domain/records/add-disposal-rule.server.ts'
import { approveDisposalRule } from '#app/domain/records/approve-disposal-rule.server.ts'
import { dispose } from '#app/domain/records/dispose.server.ts'
import { endDisposalRule } from '#app/domain/records/end-disposal-rule.server.ts'
import { registerFilter } from '#app/domain/records/input.server.ts'
import { keepMail } from '#app/domain/records/keep-mail.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { searchRegister } from '#app/domain/records/search-register.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { redirectOutside } from '#app/domain/submissions/redirect-outside.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { unmerge } from '#app/domain/submissions/unmerge.server.ts'
import { withdrawAnswer } from '#app/domain/submissions/withdraw-answer.server.ts'
import { withdrawPublicText } from '#app/domain/submissions/withdraw-public-text.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { hasThread, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { openTip } from '#app/domain/tips/open-tip.server.ts'
import { findTipPhoto } from '#app/domain/tips/find-tip-photo.server.ts'
import { sealAsTip } from '#app/domain/tips/seal-as-tip.server.ts'
import { openContent, contentPlace, type TipContent } from '#app/domain/tips/sealed-content.server.ts'
import { besideTip } from '#app/http/tell-tip.server.ts'
import { openWith } from '#app/sealing/envelopes.ts'
import { codeKeyPair } from '#app/sealing/receipts.ts'
import { tellRegistration } from '#app/http/tell-register.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { tipView } from '#app/ui/tips/tip-view.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { sentPhoto } from '../../support/make-photo.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { newHolders, openKeyOf, withoutKeys, withoutTips, type Officer } from '../../support/new-holders.ts'

let officer: Officer
let tipsKey: OpenKey
beforeAll(async () => {
  ;[officer] = (await newHolders(2)).officers as [Officer]
  tipsKey = await openKeyOf(officer)
})
afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

const seed = { as: 'seed' as const }

const longAgo = 20_000

/** A case of the police that was closed longer ago than any other. */
async function closedLongAgo() {
  const made = await makeSubmission({ category: 'traffic', status: 'closed' })
  const statusAt = new Date(Date.now() - (longAgo + 10) * 24 * 60 * 60 * 1000)
  await as(seed, (tx) => tx.update(submissions).set({ statusAt }).where(eq(submissions.id, made.id)))
  return made
}

async function disposeOfOldest(registrar: Staff): Promise<void> {
  const rule = { target: 'cases', kind: 'concern', afterDays: longAgo, decision: `RA ${crypto.randomUUID()}` } as const
  const made = await addDisposalRule(registrar, rule)
  if ('refused' in made) throw new Error(made.refused)
  await approveDisposalRule(await makeStaff('registrar', 'polisen'), made.added)
  await dispose()
  await endDisposalRule(registrar, made.added)
}

/** Every table that holds a text, as the rows' own words. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await as(seed, (tx) =>
    tx.execute<{ name: string }>(sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss')`),
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await as(seed, (tx) =>
      tx.execute<{ count: number }>(
        sql`select count(*)::int as count from ${sql.raw(name)} as r where r::text ilike ${`%${text}%`}`,
      ),
    )
    if (row!.count > 0) found.push(name)
  }
  return found
}

test('a concern becomes a tip under the same code, and every clear copy of it goes', async () => {
  const word = 'kvarnhjul'
  const { id, ref, code, hash } = await makeSubmission({
    ...{ category: 'drugs', body: `Originalet ${word} ett`, placeNote: `${word} två`, status: 'in_progress' },
    published: { title: `Rubrik ${word}`, body: `Text ${word}` },
  })
  await registerSubmission(id)
  await changeBell(hash, { email: `${word}@resident.example`, language: 'sv' })
  const [bell] = await as(seed, (tx) =>
    tx.execute<{ id: string }>(sql`select id from bells where submission_id = ${id}`),
  )
  const mail = { to: `${word}@resident.example`, subject: 'x', text: await linkOfBell(bell!.id), language: 'sv' }
  await keepMail(bell!.id, mail)
  const formToken = await formTokenOfOurs()
  const inThread = 'kvarnbrev'
  await addMessage(hash, { message: `Från mig: ${word} ${inThread}`, formToken })
  await note(officer.staff, ref, `Anteckning ${word}`)
  await route(officer.staff, ref, { organisation: 'gardstensbostader', rewrittenBody: `Omskrivet ${word}` })
  await answer(officer.staff, ref, { body: { sv: `Svaret ${word}` }, audience: 'public', after: 0 })
  const [shown, kept] = [
    { ref, id: await sentPhoto(id) },
    { ref, id: await sentPhoto(id) },
  ]
  await editPhoto(officer.staff, shown, { crop: null, boxes: [], alt: { sv: `Bild av ${word}` }, seen: 0 })
  await setPhotoState(officer.staff, shown, { to: 'public', seen: 1 })
  const why = { ground: 'privacy', reason: `Skäl: ${word}` } as const
  await setPhotoState(officer.staff, kept, { to: 'withheld', ...why, seen: 0 })
  const [publicPhoto] = (await findPublished(ref))!.photos
  expect((await tablesWith(word)).length).toBeGreaterThan(5)
  await as(seed, (tx) => tx.execute(sql`select count_search_words_anew()`))
  expect(await tablesWith(inThread)).toEqual(
    expect.arrayContaining(['public.messages', 'public.submissions', 'public.search_words']),
  )

  let heard = 0
  const stop = await listenTo(process.env.TEST_DATABASE_URL!, { public_changed: () => (heard += 1) })
  const before = heard
  expect(await sealAsTip(officer.staff, ref)).toEqual({ sealed: ref })
  await expect.poll(() => heard).toBeGreaterThan(before)
  await stop()

  expect(await tablesWith(word)).toEqual([])
  expect(await tablesWith(inThread)).toEqual([])
  expect(await findPublicPhoto(publicPhoto!.id)).toBeUndefined()
  // The lines that something happened to it stay, and nothing else that names it.
  expect(await tablesWith(id)).toEqual(['public.audit_lines'])
  expect(await findForStaff(officer.staff, ref)).toBeUndefined()
  // Her code opens the sealed thread now, and no clear one.
  expect(await hasThread(hash)).toBe(true)
  expect(await threadUnderCode(hash)).toBeUndefined()
  const tip = await openTip(officer.staff, ref, tipsKey)
  expect(tip?.said).toMatchObject({ body: `Originalet ${word} ett`, placeNote: `${word} två`, category: 'drugs' })
  expect(tip?.messages.map(({ body }) => body)).toEqual([`Från mig: ${word} ${inThread}`, `Svaret ${word}`])
  expect(tip?.officers?.registrationNumber).toMatch(/^POL-/)
  expect(tip?.officers?.history.map(({ what, to }) => [what, to])).toEqual(
    expect.arrayContaining([
      ...[['note'], ['public'], ['photo-withheld']].map(([what]) => [what, undefined]),
      ...[
        ['move', 'answered'],
        ['routing', 'Gårdstensbostäder'],
      ],
    ]),
  )
  const told = tipView(tip!, 'sv', await besideTip(tip!, 'sv')).officers?.history.map(({ text }) => text)
  expect(told).toEqual(expect.arrayContaining(['Besvarat', `Gårdstensbostäder: Omskrivet ${word}`]))

  const [row] = await as(seed, (tx) => tx.select().from(tips).where(eq(tips.ref, ref)))
  expect(row?.codeHash).toBe(hash)
  const own = await openWith(await codeKeyPair(code), row!.residentKey)
  expect((await openContent<TipContent>(own!, contentPlace(row!.id), row!.content)).body).toContain(word)
  const [line] = await as(seed, (tx) =>
    tx
      .select()
      .from(auditLines)
      .where(sql`${auditLines.subject} = ${`submission:${id}`} and event = 'submission-handed-over'`),
  )
  expect(line?.details).toEqual({ registrationNumber: tip?.officers?.registrationNumber })
  expect(await as(seed, (tx) => tx.$count(outbox, eq(outbox.id, bell!.id)))).toBe(0)
})

test('that a report of concern was made is sealed with it, and its clear row goes', async () => {
  const { id, ref } = await makeSubmission({ category: 'drugs' })
  await noteChildReport(officer.staff, ref, { reportedOn: '2026-11-20', receiver: 'on-call' })
  expect(await sealAsTip(officer.staff, ref)).toEqual({ sealed: ref })
  expect(await as(seed, (tx) => tx.$count(childReports, eq(childReports.submissionId, id)))).toBe(0)
  const tip = await openTip(officer.staff, ref, tipsKey)
  const told = tipView(tip!, 'sv', await besideTip(tip!, 'sv')).officers?.history.map(({ text }) => text)
  expect(told).toContainEqual('Orosanmälan gjord 20 november 2026. Till: Socialjouren.')
})

test('its line stays in the register, the same as that of a case that was disposed of', async () => {
  const registrar = await makeStaff('registrar', 'polisen')
  const [sealed, disposed] = [await makeSubmission({ category: 'drugs' }), await closedLongAgo()]
  for (const { id } of [sealed, disposed]) await registerSubmission(id, new Date('2071-06-01T12:00:00Z'))
  await sealAsTip(officer.staff, sealed.ref)
  await disposeOfOldest(registrar)
  const { rows } = await searchRegister(registrar, registerFilter.parse({ year: '2071' }))
  expect(rows).toHaveLength(2)
  const [one, other] = rows.map(({ number: _, registrationNumber: __, ...others }) => others)
  expect(one).toEqual(other)
  const nothing = { to: undefined, sender: '', status: '', secrecy: '', example: false }
  for (const row of rows)
    expect(tellRegistration('sv', row)).toEqual({
      ...{ number: row.registrationNumber, date: expect.any(String) as string, subject: 'Förvaras inte här' },
      ...nothing,
    })
})

test('its line in the audit is the same as that of a case that was sent elsewhere', async () => {
  const [sealed, redirected] = [
    await makeSubmission({ category: 'drugs' }),
    await makeSubmission({ category: 'drugs' }),
  ]
  for (const { id } of [sealed, redirected]) await registerSubmission(id)
  await sealAsTip(officer.staff, sealed.ref)
  const sent = { from: 'received', to: 'redirected', reason: 'Ring 114 14.' } as const
  expect(await move(officer.staff, redirected.ref, sent)).toEqual({ moved: 'redirected' })
  const [one, other] = [(await auditOf(sealed.id)).at(-1), (await auditOf(redirected.id)).at(-1)]
  const number = { registrationNumber: expect.stringMatching(/^POL-/) as string }
  for (const line of [one, other])
    expect(line).toEqual({ event: 'submission-handed-over', staffId: officer.staff.id, details: number })
})

test('its photos are sealed with it, and their clear rows go', async () => {
  const { id, ref } = await makeSubmission({ category: 'drugs' })
  const { sealBytes } = await import('#app/sealing/keys.ts')
  const shown = Buffer.from('RIFF a photo')
  const sealed = sealBytes(await lastingKey('photos'), shown).toString('hex')
  const [photo] = await as(seed, (tx) =>
    tx.execute<{ id: string }>(sql`insert into photos (form_hash, submission_id, width, height, digest, sealed)
      values ('form', ${id}, 4, 3, 'digest', decode(${sealed}, 'hex')) returning id`),
  )
  await sealAsTip(officer.staff, ref)
  expect(await findTipPhoto(officer.staff, { ref, id: photo!.id }, tipsKey)).toEqual(shown)
  expect(await tablesWith(sealed.slice(20, 60))).toEqual([])
  const [row] = await as(seed, (tx) => tx.select().from(tipPhotos).where(eq(tipPhotos.id, photo!.id)))
  expect(row?.digest).not.toBe('digest')
})

test('a holder who is limited to an area seals only what lies there, and opens every tip', async () => {
  const [there, elsewhere] = await Promise.all(
    ['609', '606'].map((areaCode) => makeSubmission({ category: 'drugs', areaCode })),
  )
  const limit = (areas: string[]) =>
    as(seed, (tx) => tx.update(people).set({ areas }).where(eq(people.id, officer.staff.id)))
  await limit(['609'])
  // Neither the query nor, where it was asked under her rights of before, the database.
  for (const staff of [{ ...officer.staff, areas: ['609'] }, officer.staff])
    expect(await sealAsTip(staff, elsewhere!.ref)).toEqual({ refused: 'not-found' })
  const limited = { ...officer.staff, areas: ['609'] }
  expect(await sealAsTip(limited, there!.ref)).toEqual({ sealed: there!.ref })
  await limit([])
  await sealAsTip(officer.staff, elsewhere!.ref)
  await limit(['609'])
  expect(await openTip(limited, elsewhere!.ref, tipsKey)).toBeDefined()
  await limit([])
})

test('only a holder seals, and only what the police have received', async () => {
  const other = await makeStaff('officer')
  const { ref } = await makeSubmission({ category: 'drugs' })
  expect(await sealAsTip(other, ref)).toEqual({ refused: 'not-allowed' })
  const { ref: citys } = await makeSubmission({ category: 'lighting' })
  expect(await sealAsTip(officer.staff, citys)).toEqual({ refused: 'not-found' })
  await expect(sealAsTip(await makeStaff('coordinator'), ref)).rejects.toThrow(/may not/)
  const rows = await as(seed, (tx) =>
    tx.select({ ref: submissions.ref }).from(submissions).where(eq(submissions.ref, ref)),
  )
  expect(rows).toHaveLength(1)
})

test('nobody can make the portal forget a submission that is no tip', async () => {
  const { id } = await makeSubmission({ category: 'drugs' })
  const forget = (as_: 'staff' | 'tips') =>
    as({ as: as_, id: officer.staff.id, organisation: 'polisen' }, (tx) =>
      tx.execute(sql`select forget_submission(${id}, ${officer.staff.id})`),
    )
  await expect(forget('staff')).rejects.toMatchObject({ cause: { code: '42501' } })
  await expect(forget('tips')).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('what others were merged into is sealed once that is undone, and leaves the lines of any case', async () => {
  const [into, merged] = [await makeSubmission({ category: 'drugs' }), await makeSubmission({ category: 'drugs' })]
  expect(await merge(officer.staff, merged.ref, { from: 'received', into: into.ref })).toEqual({ merged: into.ref })
  expect(await sealAsTip(officer.staff, into.ref)).toEqual({ refused: 'has-merged' })
  expect(await unmerge(officer.staff, merged.ref)).toEqual({ unmerged: true })
  expect(await sealAsTip(officer.staff, into.ref)).toEqual({ sealed: into.ref })
  const [row] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, merged.id)))
  expect(row).toMatchObject({ status: 'received', mergedIntoId: null })
  expect((await auditOf(merged.id)).map(({ event }) => event)).toContain('submission-unmerged')
})

/** Nothing of a case is sealed: not by the command, nor by who asks the database itself to forget it. */
async function staysAsItIs(id: string, ref: string, refused: string): Promise<void> {
  expect(await sealAsTip(officer.staff, ref)).toEqual({ refused })
  const [row] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  const asked = as({ as: 'tips', id: officer.staff.id, organisation: 'polisen' }, async (tx) => {
    const { areaCode, codeHash, codePublicKey, fingerprint } = row!
    const sealed = { codeHash, codePublicKey, fingerprint, content: Buffer.from('x'), sealedKey: Buffer.from('x') }
    await tx.insert(tips).values({
      ...{ ...sealed, ref, areaCode, receivedOn: '2026-11-20', residentKey: Buffer.from('x') },
      tipsKeyId: tipsKey.id,
    })
    await tx.execute(sql`select forget_submission(${id}, ${officer.staff.id})`)
  })
  await expect(asked).rejects.toMatchObject({ cause: { code: '23514' } })
  expect(await as(seed, (tx) => tx.$count(submissions, eq(submissions.id, id)))).toBe(1)
}

test('what others were merged into from areas that a holder does not reach is not sealed either', async () => {
  const [into, merged] = [
    await makeSubmission({ category: 'drugs', areaCode: '609' }),
    await makeSubmission({ category: 'drugs', areaCode: '606' }),
  ]
  await merge(officer.staff, merged.ref, { from: 'received', into: into.ref })
  const limit = (areas: string[]) =>
    as(seed, (tx) => tx.update(people).set({ areas }).where(eq(people.id, officer.staff.id)))
  await limit(['609'])
  try {
    expect(await findForStaff({ ...officer.staff, areas: ['609'] }, merged.ref)).toBeUndefined()
    await staysAsItIs(into.id, into.ref, 'has-merged')
  } finally {
    await limit([])
  }
})

test('what is merged into another is sealed once that is undone', async () => {
  const [into, merged] = [await makeSubmission({ category: 'drugs' }), await makeSubmission({ category: 'drugs' })]
  await merge(officer.staff, merged.ref, { from: 'received', into: into.ref })
  await staysAsItIs(merged.id, merged.ref, 'is-merged')
  await unmerge(officer.staff, merged.ref)
  expect(await sealAsTip(officer.staff, merged.ref)).toEqual({ sealed: merged.ref })
})

test('while nobody has taken the alarm of danger now its case is not sealed', async () => {
  const { id, ref } = await makeSubmission({ category: 'drugs' })
  await raiseAlarm(officer.staff, ref)
  await staysAsItIs(id, ref, 'alarm-untaken')
  await takeAlarm(officer.staff, ref)
  expect(await sealAsTip(officer.staff, ref)).toEqual({ sealed: ref })
})

test('of a case that the city handed over its registrar reads the same, whether the police have sealed it or not', async () => {
  const [coordinator, registrar] = [await makeStaff('coordinator'), await makeStaff('registrar')]
  const [sealed, kept] = [
    await makeSubmission({ category: 'lighting' }),
    await makeSubmission({ category: 'lighting' }),
  ]
  for (const { ref, id } of [sealed, kept]) {
    await registerSubmission(id)
    const over = { from: 'received', to: 'polisen', message: 'Polisen svarar.' } as const
    expect(await handOver(coordinator, ref, over)).toEqual({ handedOver: 'polisen' })
  }
  await sealAsTip(officer.staff, sealed.ref)
  const asked = auditFilter.parse({ person: coordinator.id, event: 'submission-handed-over' })
  const { lines } = await searchAudit(registrar, asked)
  expect(lines).toHaveLength(2)
})

test('what the city withdrew from a case before it handed it over is not sealed with it', async () => {
  const coordinator = await makeStaff('coordinator')
  const [city, own] = ['Stadens hemlighet.', 'Polisens hemlighet.']
  const published = { title: 'En lampa', body: city }
  const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress', published })
  const why = { version: 1, ground: 'secrecy', reason: city } as const
  expect(await withdrawPublicText(coordinator, ref, why)).toEqual({ withdrawn: 1 })
  await handOver(coordinator, ref, { from: 'in_progress', to: 'polisen', message: 'Polisen svarar.' })
  await answer(officer.staff, ref, { body: { sv: 'Ett svar.' }, audience: 'resident', after: 0 })
  expect(await withdrawAnswer(officer.staff, ref, { ...why, reason: own })).toEqual({ withdrawn: 1 })
  expect(await sealAsTip(officer.staff, ref)).toEqual({ sealed: ref })
  const tip = await openTip(officer.staff, ref, tipsKey)
  const told = JSON.stringify(tipView(tip!, 'sv', await besideTip(tip!, 'sv')).officers?.history)
  expect(told).toContain(own)
  expect(told).not.toContain(city)
})

test('that it was handed over is sealed with it, and stands in the clear nowhere but as that of any other', async () => {
  const coordinator = await makeStaff('coordinator')
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  await registerSubmission(id)
  const message = 'Vi har lämnat över ditt ärende.'
  await handOver(coordinator, ref, { from: 'received', to: 'polisen', message })
  await redirectOutside(officer.staff, ref, { from: 'received', outside: 'vasttrafik', letter: 'Ring spårvagnarna.' })
  expect(await sealAsTip(officer.staff, ref)).toEqual({ sealed: ref })
  const tip = await openTip(officer.staff, ref, tipsKey)
  const history = tipView(tip!, 'sv', await besideTip(tip!, 'sv')).officers?.history
  expect(history?.find(({ what }) => what === 'handover')?.text).toMatch(/^GBG-/)
  expect(history?.find(({ text }) => text.includes('Ring spårvagnarna.'))?.text).toContain('vasttrafik')
  for (const table of ['handovers', 'moves', 'messages'])
    expect(
      await as(seed, (tx) => tx.execute(sql`select from ${sql.identifier(table)} where submission_id = ${id}`)),
    ).toEqual([])
})
