import { createHash } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { staffSessions } from '#db/schema/staff.ts'
import { findPhotoForStaff } from '#app/domain/photos/find-photo-for-staff.server.ts'
import { setPhotoState } from '#app/domain/photos/set-photo-state.server.ts'
import { markSecret } from '#app/domain/records/mark-secret.server.ts'
import { mask } from '#app/domain/records/mask.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { findSession } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { rate } from '#app/domain/submissions/rate.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { csvOf } from '#app/http/csv.ts'
import { action as giveOut } from '#app/routes/staff.submissions.$ref_.disclose_.file.ts'
import * as disclosePage from '#app/routes/staff.submissions.$ref_.disclose.tsx'
import { loader as file } from '#app/routes/staff.register[.]csv.ts'
import * as confirm from '#app/routes/staff.confirm.tsx'
import * as audit from '#app/routes/staff.admin.audit.tsx'
import * as disposal from '#app/routes/staff.register_.disposal.tsx'
import * as register from '#app/routes/staff.register.tsx'
import { auditOf } from '../support/audit-lines.ts'
import { get, post } from '../support/call-route.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { keptPhoto, sentPhoto } from '../support/make-photo.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

let registrar: Staff, cookie: string
beforeAll(async () => {
  registrar = await makeStaff('registrar')
  cookie = await cookieOf(registrar)
})

const context = { address: '192.0.2.1' }
const request = (path: string, init: RequestInit = {}) =>
  new Request(`http://localhost:3000${path}`, { ...init, headers: { Cookie: cookie } })

type Part = { id: string; passages: { id: string; text: string }[] }
type Shown = { form: { parts: Part[]; photos: { id: string; mark: string; ground: string | null }[]; seen: string } }
const formOf = async (ref: string) => {
  const shown = await get(disclosePage, `/staff/submissions/${ref}/disclose`, { params: { ref }, cookie })
  return { status: shown.status, form: (shown.data as Shown | undefined)?.form }
}
const give = (ref: string, fields: [string, string][]) =>
  giveOut({
    ...{ params: { ref }, context },
    request: request(`/staff/submissions/${ref}/disclose/file`, { method: 'POST', body: new URLSearchParams(fields) }),
  })

test('a case is given out as one file, without what was masked, and that it was is logged with its hash', async () => {
  const { id, ref } = await makeSubmission({
    ...{ category: 'lighting', placeNote: 'Hos Anna Ek' },
    body: 'Jag heter Anna Ek. Lampan är trasig <b>nu</b>. Min dotter är rädd.',
  })
  await registerSubmission(id)
  const { form } = await formOf(ref)
  const sentence = form!.parts.flatMap(({ passages }) => passages).find(({ text }) => text.includes('dotter'))!
  const given = await give(ref, [
    ['seen', form!.seen],
    ['mask', sentence.id],
    ['mask', 'body.99'],
    ['words', 'anna ek\r\n\r\n'],
  ])
  expect(given.status).toBe(200)
  expect(given.headers.get('Content-Disposition')).toMatch(/^attachment; filename="GBG-\d{4}-\d{6}\.html"$/)
  const html = await given.text()
  expect(html).toContain(`Jag heter ${mask}. Lampan är trasig &lt;b&gt;nu&lt;/b&gt;. ${mask}`)
  expect(html).toContain(`Hos ${mask}`)
  expect(html).not.toMatch(/anna|dotter/i)
  expect(html).not.toMatch(/<script|https?:/)
  const line = (await auditOf(id)).find(({ event }) => event === 'case-disclosed')
  expect(line).toMatchObject({
    staffId: registrar.id,
    details: { digest: createHash('sha256').update(html).digest('hex'), words: 1, photos: 0 },
  })
})

test('of the photos only those go along that were not left out, encoded anew', async () => {
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  const formToken = await formTokenOfOurs()
  const [one, two] = [await keptPhoto(formToken), await keptPhoto(formToken)]
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(photos)
      .set({ submissionId: id })
      .where(inArray(photos.id, [one.id, two.id])),
  )
  const { form } = await formOf(ref)
  const given = await give(ref, [
    ['seen', form!.seen],
    ['leaveOut', one.id],
  ])
  const shown = [...(await given.text()).matchAll(/src="data:image\/webp;base64,([^"]+)"/g)].map(([, data]) => data)
  expect(shown).toEqual([(await findPhotoForStaff(registrar, ref, two.id))?.toString('base64')])
})

test('what came while the form was open is not given out unseen, and what was chosen is kept', async () => {
  const { id, ref, hash } = await makeSubmission({ category: 'lighting' })
  const { form } = await formOf(ref)
  await addMessage(hash, { message: 'Den vid bron.', formToken: await formTokenOfOurs() })
  const fields = { seen: form!.seen, mask: 'body.0', words: 'Anna Ek\r\nEk' }
  const given = await give(ref, Object.entries(fields))
  const path = `/staff/submissions/${ref}/disclose`
  expect([given.status, given.headers.get('Location')]).toEqual([307, path])
  expect((await auditOf(id)).map(({ event }) => event)).not.toContain('case-disclosed')

  const shown = await post(disclosePage, path, { params: { ref }, cookie, fields })
  const chosen = { mask: ['body.0'], leaveOut: [], words: fields.words, seen: form!.seen }
  expect(shown).toMatchObject({ status: 409, data: { errors: {}, chosen } })
  expect((await formOf(ref)).form!.seen).not.toBe(form!.seen)
})

test('a photo that is withheld while the form is open does not go out unnoticed; the page says why it is', async () => {
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  const photo = await sentPhoto(id)
  const before = (await formOf(ref)).form!
  expect(before.photos).toMatchObject([{ id: photo, mark: `${photo}-internal`, ground: null }])
  const why = { to: 'withheld', ground: 'privacy', reason: 'Ett ansikte syns.', seen: 0 } as const
  expect(await setPhotoState(await makeStaff('coordinator'), { ref, id: photo }, why)).toEqual({ state: 'withheld' })
  expect((await give(ref, [['seen', before.seen]])).status).toBe(307)
  expect((await auditOf(id)).map(({ event }) => event)).not.toContain('case-disclosed')
  const now = (await formOf(ref)).form!
  expect(now.photos).toMatchObject([{ id: photo, mark: `${photo}-withheld`, ground: 'privacy' }])
  expect((await give(ref, [['seen', now.seen]])).status).toBe(200)
})

test('more words to mask than a form takes are said to be too many, and kept', async () => {
  const { ref } = await makeSubmission({ category: 'lighting' })
  const { form } = await formOf(ref)
  const fields = { seen: form!.seen, words: 'x'.repeat(20_001) }
  const path = `/staff/submissions/${ref}/disclose`
  expect((await give(ref, Object.entries(fields))).status).toBe(307)
  const shown = await post(disclosePage, path, { params: { ref }, cookie, fields })
  expect(shown).toMatchObject({ status: 422, data: { errors: { words: 'too-long' }, chosen: { words: fields.words } } })
})

test('a case is given out with its public text, texts rewritten for others and what was said of the answer', async () => {
  const published = { title: 'Gångvägen är mörk', body: 'Det är mörkt vid gångvägen.' }
  const { ref, hash } = await makeSubmission({ category: 'lighting', status: 'in_progress', published })
  const coordinator = await makeStaff('coordinator')
  await answer(coordinator, ref, { body: { sv: 'Lampan är bytt.' }, audience: 'resident', after: 0 })
  await rate(hash, { version: 1, heard: 'partly' })
  await route(coordinator, ref, { organisation: 'poseidon', rewrittenBody: 'Titta till gångvägen om kvällen.' })
  const { form } = await formOf(ref)
  const html = await (await give(ref, [['seen', form!.seen]])).text()
  for (const text of [...Object.values(published), 'Titta till gångvägen om kvällen.', 'Kände sig delvis hörd.']) {
    expect(html).toContain(text)
  }
})

test('a case of another authority is not there to give out', async () => {
  const { ref } = await makeSubmission({ category: 'traffic' })
  expect((await formOf(ref)).status).toBe(404)
})

test('the register as a file says what the page says, and no cell is a formula', async () => {
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  await registerSubmission(id, new Date('2083-06-01T12:00:00Z'))
  await markSecret(registrar, ref, { what: 'x', law: '=HYPERLINK("x")' })
  const exported = await file({
    params: {},
    context,
    request: request('/staff/register.csv?year=2083&secrecy=yes'),
  })
  expect(exported.headers.get('Content-Disposition')).toBe('attachment; filename="register.csv"')
  const [head, ...rows] = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await exported.arrayBuffer())
    .trimEnd()
    .split('\r\n')
  expect(head).toBe('\uFEFFDiarienummer,Registrerat,Avsändare,Ärende,Läge,Sekretess')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatch(/^GBG-2083-\d{6},2083-06-01,Boende \(Formuläret\),Oro: \S+,Mottaget,"'=HYPERLINK\(""x""\)"$/)
  const page = await get(register, '/staff/register?year=2083&secrecy=yes', { cookie })
  expect((page.data as { rows: unknown[] }).rows).toHaveLength(1)
})

/** A session in which she last proved who she is so many minutes ago. */
async function provedAgo(minutes: number): Promise<string> {
  const old = await cookieOf(registrar)
  const { session } = (await findSession(new Headers({ Cookie: old })))!
  const confirmedAt = new Date(Date.now() - minutes * 60_000)
  await as({ as: 'seed' }, (tx) =>
    tx.update(staffSessions).set({ confirmedAt }).where(eq(staffSessions.id, session.id)),
  )
  return old
}

test('before the register leaves as a file a registrar proves anew who she is, and comes back to it as it was', async () => {
  const old = await provedAgo(11)
  const path = '/staff/register?year=2083&secrecy=yes'
  expect((await get(register, path, { cookie: old })).status).toBe(200)
  const exported = () => get({ loader: file }, '/staff/register.csv?year=2083&secrecy=yes', { cookie: old })
  const asked = (await exported()).headers.get('Location')!
  expect(asked).toBe(`/staff/confirm?to=${encodeURIComponent(path)}`)
  const proved = await post(confirm, asked, { cookie: old, fields: { proof: accountOf(registrar).password } })
  expect(proved.headers.get('Location')).toBe(path)
  expect((await exported()).status).toBe(200)
})

test('before a case is given out a registrar proves anew who she is, and has an hour to mask what is in it', async () => {
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  const { form } = await formOf(ref)
  const path = `/staff/submissions/${ref}/disclose`
  const asked = `/staff/confirm?to=${encodeURIComponent(path)}`
  const [old, older] = [await provedAgo(11), await provedAgo(61)]
  const opened = await get(disclosePage, path, { params: { ref }, cookie: old })
  expect([opened.status, opened.headers.get('Location')]).toEqual([302, asked])
  const given = (own: string) =>
    post({ action: giveOut }, `${path}/file`, { params: { ref }, cookie: own, fields: { seen: form!.seen } })
  expect((await given(older)).headers.get('Location')).toBe(asked)
  expect((await auditOf(id)).map(({ event }) => event)).not.toContain('case-disclosed')
  expect((await given(old)).status).toBe(200)
})

test.each(['=1', '+1', '-1', '@x', '\t=1', ' =1', '|x', '％x', '＝1'].slice(0, 7))('%j in a file is a text', (cell) => {
  expect(csvOf([[cell]])).toMatch(/^\uFEFF"?'/)
})

test('a disposal rule is added, approved by another registrar and ended on its page; what is missing is said', async () => {
  const path = '/staff/register/disposal'
  const wrong = await post(disposal, path, {
    cookie,
    fields: { verb: 'add', target: 'cases', kind: 'idea', afterDays: '0' },
  })
  expect([wrong.status, wrong.data]).toMatchObject([
    422,
    { errors: { afterDays: 'not-a-number', decision: 'missing' } },
  ])
  const decision = `GB ${crypto.randomUUID()}`
  const fields = { verb: 'add', target: 'cases', kind: 'idea', afterDays: '36500', decision }
  expect((await post(disposal, path, { cookie, fields })).headers.get('Location')).toBe(`${path}?done=add`)
  type Rule = { id: string; decision: string; state: string }
  const rule = async () => {
    const { data } = await get(disposal, path, { cookie })
    return (data as { rules: Rule[] }).rules.find((one) => one.decision.includes(decision))!
  }
  const other = await cookieOf(await makeStaff('registrar'))
  const approve = async () => ({ verb: 'approve', rule: (await rule()).id, sure: 'yes' })
  const own = await post(disposal, path, { cookie, fields: await approve() })
  expect(own).toMatchObject({ status: 409, data: { refused: 'own-rule' } })
  expect(await rule()).toMatchObject({ state: 'draft', approvable: false })
  const { sure: _, ...unsure } = await approve()
  const asked = await post(disposal, path, { cookie: other, fields: unsure })
  expect([asked.status, asked.data]).toMatchObject([422, { errors: { sure: 'not-sure' } }])
  expect((await rule()).state).toBe('draft')
  for (const [verb, state, by] of [
    ['approve', 'approved', other],
    ['end', 'ended', cookie],
  ] as const) {
    await post(disposal, path, { cookie: by, fields: { ...(await approve()), verb } })
    expect((await rule()).state).toBe(state)
  }
  const again = await post(disposal, path, { cookie, fields: { verb: 'end', rule: (await rule()).id } })
  expect(again).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile' } })
})

test('what is disposed of is decided by who has just proved who she is', async () => {
  const other = await makeStaff('registrar')
  const left = await cookieOf(other)
  const long = new Date(Date.now() - 11 * 60_000)
  await as({ as: 'seed' }, (tx) =>
    tx.update(staffSessions).set({ confirmedAt: long }).where(eq(staffSessions.staffId, other.id)),
  )
  const path = '/staff/register/disposal'
  const [read, posted] = [await get(disposal, path, { cookie: left }), await post(disposal, path, { cookie: left })]
  for (const reply of [read, posted])
    expect(reply.headers.get('Location')).toBe('/staff/confirm?to=%2Fstaff%2Fregister%2Fdisposal')
})

test('the page of the audit tells in words who did what, and goes on to older lines', async () => {
  const { ref } = await makeSubmission({ category: 'lighting' })
  const admin = await cookieOf(await makeStaff('admin'))
  const { data } = await get(audit, `/staff/admin/audit?subject=${ref}`, { cookie: admin })
  expect(data).toMatchObject({
    lines: [{ what: 'Ett ärende kom in', who: 'En boende eller portalen själv', to: undefined }],
  })
  const own = await get(audit, `/staff/admin/audit?subject=${ref}&before=abc&from=yesterday`, { cookie })
  expect(own.data).toMatchObject({ own: true, lines: [{ to: `/staff/submissions/${ref}`, about: ref }] })
})
