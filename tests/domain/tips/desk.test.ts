import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, everyone, worker } from '#db/client.server.ts'
import { registers } from '#db/schema/records.ts'
import { tipAuditLines, tipMessages } from '#db/schema/tips.ts'
import { answerTip } from '#app/domain/tips/answer-tip.server.ts'
import { assignTip } from '#app/domain/tips/assign-tip.server.ts'
import { closeTip } from '#app/domain/tips/close-tip.server.ts'
import { countAsRead } from '#app/domain/tips/count-as-read.server.ts'
import { tipsOnDesk } from '#app/domain/tips/desk.server.ts'
import { discloseTip } from '#app/domain/tips/disclose-tip.server.ts'
import { findTipPhoto } from '#app/domain/tips/find-tip-photo.server.ts'
import { handOverTip } from '#app/domain/tips/hand-over-tip.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import { lacksOf } from '#app/domain/tips/lacks-substitutes.ts'
import { lockTip } from '#app/domain/tips/lock-tip.server.ts'
import { openTip } from '#app/domain/tips/open-tip.server.ts'
import { printTip } from '#app/domain/tips/print-tip.server.ts'
import { asHolder } from '#app/domain/tips/reads-tips.ts'
import { registerTips } from '#app/domain/tips/register-tips.server.ts'
import { reopenTip } from '#app/domain/tips/reopen-tip.server.ts'
import { sealAsTip } from '#app/domain/tips/seal-as-tip.server.ts'
import { searchTips } from '#app/domain/tips/search-tips.server.ts'
import { messagePlace, openContent, type TipMessageContent } from '#app/domain/tips/sealed-content.server.ts'
import { setSubstitutes } from '#app/domain/tips/set-substitutes.server.ts'
import { overdue, toBeReminded, waitsInPlaceOf, workingDaysSince } from '#app/domain/tips/unopened.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { holdersOfFile } from '../../support/holders-of-file.ts'
import { accountOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { makeTip, messageIn, rowOfTip } from '../../support/make-tip.ts'
import { newOfficer, withoutTips } from '../../support/new-holders.ts'
import { tipEventsBy } from '../../support/tip-audit-lines.ts'

const held = holdersOfFile()
let tipsKey: OpenKey
beforeAll(() => {
  tipsKey = held.tipsKey
})

const one = () => held.officers[0]!.staff
const two = () => held.officers[1]!.staff
const linesOf = (tipId: string) =>
  as({ as: 'seed' }, async (tx) => {
    const lines = await tx
      .select()
      .from(tipAuditLines)
      .where(eq(tipAuditLines.subject, `tip:${tipId}`))
      .orderBy(tipAuditLines.id)
    return lines.map(
      ({ event, staffId }) => `${event} ${staffId === one().id ? 'one' : staffId === two().id ? 'two' : staffId}`,
    )
  })

test('the desk shows where and when; what about where tips are unlocked; how one begins to who has opened it', async () => {
  const { id, ref } = await makeTip(tipsKey, { body: 'Bilen står vid porten.' })
  const seenBy = async (staff: Staff, key: OpenKey | undefined) => {
    const { tips } = await tipsOnDesk(staff, { filter: undefined, page: 1, tipsKey: key })
    const hits = key ? (await searchTips(staff, key, { query: 'porten bilen', page: 1, nameOf: String })).tips : []
    expect(hits).toEqual(tips.filter((tip) => key && tip.ref === ref))
    return tips.find((tip) => tip.ref === ref)
  }
  const where = { areaName: 'Hammarkullen', status: 'received' }
  expect(await seenBy(one(), undefined)).toMatchObject({ ...where, category: undefined, said: undefined })
  expect(await seenBy(one(), tipsKey)).toMatchObject({ ...where, category: 'drugs', said: undefined })
  expect(await linesOf(id)).toEqual([])
  await openTip(one(), ref, tipsKey)
  expect(await seenBy(one(), tipsKey)).toMatchObject({ said: { body: 'Bilen står vid porten.', writtenIn: 'sv' } })
  expect(await seenBy(one(), undefined)).toMatchObject({ said: undefined })
  expect(await seenBy(two(), tipsKey)).toMatchObject({ category: 'drugs', said: undefined })
})

test('the first reading opens a tip, and each day of reading is one line for each who reads', async () => {
  const { id, ref } = await makeTip(tipsKey, { messages: ['En sak till.'] })
  const tip = await openTip(one(), ref, tipsKey)
  expect(tip).toMatchObject({ status: 'opened', said: { body: 'Någon säljer vid porten.' } })
  expect(tip?.messages.map(({ body }) => body)).toEqual(['En sak till.'])
  await openTip(one(), ref, tipsKey)
  await openTip(two(), ref, tipsKey)
  expect(await linesOf(id)).toEqual(['tip-opened one', 'tip-read one', 'tip-read two'])
  expect(await openTip(one(), 'AAAA-AAAA', tipsKey)).toBeUndefined()
})

test('an answer is sealed under the key of the tip, signed with the function, and posted twice is one', async () => {
  const { id, ref, key } = await makeTip(tipsKey)
  const formToken = await formTokenOfOurs()
  const written = { message: 'Tack. Ring 114 14 om det händer igen.', formToken }
  expect(await answerTip(one(), { ref, tipsKey }, written)).toEqual({ sent: true })
  expect(await answerTip(one(), { ref, tipsKey }, written)).toEqual({ sent: true })
  expect(await answerTip(one(), { ref, tipsKey }, { ...written, formToken: 'none' })).toEqual({ refused: 'stale-form' })
  const rows = await as({ as: 'seed' }, (tx) => tx.select().from(tipMessages).where(eq(tipMessages.tipId, id)))
  expect(rows).toHaveLength(1)
  expect(await openContent<TipMessageContent>(key, messagePlace(id, 1), rows[0]!.content)).toMatchObject({
    body: written.message,
    signedAs: one().signsAs,
  })
})

test('a tip is closed, taken up again, and given to a holder', async () => {
  const { ref } = await makeTip(tipsKey)
  expect(await closeTip(one(), ref)).toEqual({ refused: 'wrong-status' })
  await openTip(one(), ref, tipsKey)
  expect(await closeTip(one(), ref)).toEqual({ closed: true })
  expect(await reopenTip(one(), ref)).toEqual({ reopened: true })
  expect(await assignTip(one(), ref, { from: null, to: two().id })).toEqual({ assigned: two().id })
  expect(await assignTip(one(), ref, { from: null, to: null })).toEqual({ refused: 'changed-meanwhile' })
  const other = await makeStaff('officer')
  expect(await assignTip(one(), ref, { from: two().id, to: other.id })).toEqual({ refused: 'no-such-person' })
})

test('unlocked tips are searched in all they say: text, category, place, thread and what officers noted', async () => {
  const { ref } = await makeTip(tipsKey, {
    body: 'En GRÖN moped',
    placeNote: 'bakom kiosken',
    ...{ category: 'vehicles', place: 'hammarkulletorget' },
    messages: ['Lås: zebra.'],
  })
  const { ref: sealedRef } = await makeSubmission({ category: 'traffic', body: 'En epatraktor.' })
  await note(one(), sealedRef, 'Grannen heter Wallenius.')
  await sealAsTip(one(), sealedRef)
  const nameOf = (category: string) => (category === 'vehicles' ? 'Fordon och buskörning' : category)
  const found = async (query: string) =>
    (await searchTips(one(), tipsKey, { query, page: 1, nameOf })).tips.map((tip) => tip.ref)
  for (const query of ['grön', 'kiosken moped', 'zebra', 'buskörning', 'hammarkulletorget kiosken', ref]) {
    expect(await found(query), query).toContain(ref)
  }
  expect(await found('wallenius')).toEqual([sealedRef])
  expect(await found('grön flodhäst')).toEqual([])
})

test('what is handed over is one file with the originals, its hash kept, and the same when it is packed again', async () => {
  const photo = { shown: Buffer.from('the photo as shown'), original: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]) }
  const { id, ref, photoId } = await makeTip(tipsKey, { body: 'Åsa såg det.', messages: ['Mer.'], photo })
  expect(await findTipPhoto(one(), { ref, id: photoId }, tipsKey)).toEqual(photo.shown)
  const first = await handOverTip(one(), ref, tipsKey)
  const again = await handOverTip(two(), ref, tipsKey)
  if ('refused' in first || 'refused' in again) throw new Error('refused')
  expect(again.zip).toEqual(first.zip)
  expect(createHash('sha256').update(first.zip).digest('hex')).toBe(first.digest)
  expect(await rowOfTip(ref)).toMatchObject({ handedOverDigest: first.digest, handedOverOn: expect.any(String) })
  for (const part of [Buffer.from('Åsa såg det.'), Buffer.from('tip.json'), photo.shown, photo.original])
    expect(first.zip.includes(part)).toBe(true)
  const read = ['tip-opened one', 'tip-read one', 'tip-handed-over one', 'tip-read two', 'tip-handed-over two']
  expect(await linesOf(id)).toEqual(read)
})

test('a tip that two read at once was opened once', async () => {
  const { id, ref } = await makeTip(tipsKey)
  const read = (staff: Staff) =>
    as(asHolder(staff), async (tx) => {
      const tip = await lockTip(tx, ref)
      if (!('refused' in tip)) await countAsRead(tx, staff, tip)
    })
  await Promise.all([read(one()), read(two()), read(one())])
  const lines = await linesOf(id)
  expect(lines.filter((line) => line.startsWith('tip-opened'))).toHaveLength(1)
  expect(lines.filter((line) => line.startsWith('tip-read')).sort()).toEqual(['tip-read one', 'tip-read two'])
})

test('whoever prints a tip has opened and read it', async () => {
  const { id, ref } = await makeTip(tipsKey, { messages: ['En sak till.'] })
  const before = await tipsOnDesk(one(), { filter: 'unread', page: 1, tipsKey: undefined })
  expect(before.tips.map((tip) => tip.ref)).toContain(ref)
  expect(await printTip(one(), ref, tipsKey)).toMatchObject({ status: 'opened', openedOn: expect.any(String) })
  expect(await linesOf(id)).toEqual(['tip-opened one', 'tip-read one', 'tip-printed one'])
  const after = await tipsOnDesk(one(), { filter: 'unread', page: 1, tipsKey: undefined })
  expect(after.tips.map((tip) => tip.ref)).not.toContain(ref)
  expect(await printTip(one(), 'AAAA-AAAA', tipsKey)).toBeUndefined()
})

test('a registrar of the police opens one tip with two paper shares, and it is written down', async () => {
  const registrar = await makeStaff('registrar', 'polisen')
  const { id, ref } = await makeTip(tipsKey)
  const { shares } = held
  const disclose = (given: string[], wanted = ref) => discloseTip(registrar, { ref: wanted, shares: given })
  expect(await disclose([shares[0]!, shares[0]!])).toEqual({ refused: 'wrong-shares' })
  expect(await disclose([shares[0]!, shares[1]!.replace(/^./, (letter) => (letter === 'Z' ? 'Y' : 'Z'))])).toEqual({
    refused: 'wrong-shares',
  })
  expect(await disclose([shares[0]!, shares[1]!], 'AAAA-AAAA')).toEqual({ refused: 'wrong-shares' })
  expect(await disclose([shares[2]!, shares[0]!])).toMatchObject({
    tip: { said: { body: 'Någon säljer vid porten.' } },
  })
  expect(await linesOf(id)).toEqual([`tip-disclosed ${registrar.id}`])
  const refused = ['shares-refused', 'shares-refused', 'shares-refused']
  expect(await tipEventsBy(registrar.id)).toEqual([...refused, 'tip-disclosed'])
  await printTip(one(), ref, tipsKey)
  expect(await linesOf(id)).toContain('tip-printed one')
  await expect(discloseTip(await makeStaff('registrar'), { ref, shares })).rejects.toThrow(/may not/)
  await expect(discloseTip(one(), { ref, shares })).rejects.toThrow(/may not/)
})

test('tips are numbered in a series of their own without a gap, however many look at once, and no number twice', async () => {
  await withoutTips()
  const inYear = (month: string) => new Date(`2091-${month}-10T10:00:00Z`)
  const others = () =>
    as(worker, (tx) => tx.select().from(registers).where(eq(registers.register, 'submissions')).orderBy(registers.year))
  const before = await others()
  await Promise.all(Array.from({ length: 6 }, () => makeTip(tipsKey)))
  await Promise.all(Array.from({ length: 4 }, () => registerTips(inYear('03'))))
  const numbersOf = async () => {
    const { tips: rows } = await tipsOnDesk(one(), { filter: undefined, page: 1, tipsKey: undefined })
    return rows.map(({ registrationNumber }) => registrationNumber ?? '').sort((a, b) => a.localeCompare(b))
  }
  expect(await numbersOf()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `POL-T-2091-00000${number}`))
  // What is not kept here any more keeps its number.
  await withoutTips()
  await makeTip(tipsKey)
  await registerTips(inYear('04'))
  expect(await numbersOf()).toEqual(['POL-T-2091-000007'])
  expect(await others()).toEqual(before)
})

test('the register of tips is reached by nobody who asks for a page, holders of tips among them', async () => {
  const { id, organisation } = one()
  for (const viewer of [everyone, { as: 'resident' }, { as: 'auth' }, one(), { as: 'tips', id, organisation }] as const)
    await expect(as(viewer, (tx) => tx.select().from(registers))).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('a tip in which the resident has written again comes first, is counted, and is reminded of as one unopened', async () => {
  await withoutTips()
  const day = (on: string) => new Date(`${on}T08:00:00Z`)
  const written = await makeTip(tipsKey, { receivedOn: '2026-09-01' })
  await openTip(one(), written.ref, tipsKey)
  await closeTip(one(), written.ref)
  const [late, read] = [
    await makeTip(tipsKey, { receivedOn: '2026-11-20' }),
    await makeTip(tipsKey, { receivedOn: '2026-11-10', messages: ['Mer.'] }),
  ]
  await openTip(one(), read.ref, tipsKey)
  const onDesk = async (filter?: 'unread' | 'closed') =>
    tipsOnDesk(one(), { filter, page: 1, tipsKey: undefined }).then(({ tips, counts }) => ({
      refs: tips.map(({ ref }) => ref),
      counts,
    }))
  expect((await onDesk()).refs).toEqual([late.ref, read.ref, written.ref])
  expect(await toBeReminded(day('2026-11-24'))).toEqual([])

  await messageIn(written, 'Han är tillbaka.', '2026-11-19')
  const counts = { all: 3, unread: 1, received: 1, opened: 1, closed: 1 }
  expect(await onDesk()).toEqual({ refs: [written.ref, late.ref, read.ref], counts })
  expect((await onDesk('unread')).refs).toEqual([written.ref])
  expect(await overdue(one(), day('2026-11-24'))).toBe(2)
  expect(await toBeReminded(day('2026-11-24'))).toHaveLength(2)
  await openTip(two(), written.ref, tipsKey)
  expect((await onDesk('unread')).refs).toEqual([])
  expect(await overdue(one(), day('2026-11-24'))).toBeUndefined()
})

test('holders are reminded after two working days, their heads after five, and nobody on a free day', async () => {
  await withoutTips()
  const head = await makeStaff('officer')
  await setSubstitutes(one(), tipsKey, { holder: one().id, deputy: two().id, head: head.id })
  // Received on a Friday.
  await makeTip(tipsKey, { receivedOn: '2026-11-20' })
  const told = async (day: string) => (await toBeReminded(new Date(`${day}T08:00:00Z`))).sort()
  const holders = held.officers.map(({ staff }) => accountOf(staff).email).sort()
  expect(await told('2026-11-23')).toEqual([])
  expect(await told('2026-11-24')).toEqual([])
  expect(await told('2026-11-25')).toEqual(holders)
  expect(await told('2026-11-27')).toEqual(holders)
  expect(await told('2026-11-30')).toEqual([...holders, accountOf(head).email].sort())
  expect(await told('2026-11-28')).toEqual([])
  expect(await overdue(one(), new Date('2026-11-25T08:00:00Z'))).toBe(2)
  expect(workingDaysSince('2026-12-23', '2026-12-29')).toBe(1)
})

test('a deputy who can open tips is told after one working day that those of her holder wait', async () => {
  await withoutTips()
  const day = (on: string) => new Date(`${on}T08:00:00Z`)
  const { ref } = await makeTip(tipsKey, { receivedOn: '2026-11-20' })
  await assignTip(one(), ref, { from: null, to: one().id })
  const waits = await newOfficer()
  const third = await newOfficer()
  await grantHolder(one(), tipsKey, third.staff.id)
  const told = async (deputy: string | null) => {
    await setSubstitutes(two(), tipsKey, { holder: one().id, deputy, head: null })
    return (await toBeReminded(day('2026-11-24'))).sort()
  }
  const [own, deputy] = [accountOf(one()).email, accountOf(two()).email]
  expect(await told(null)).toEqual([own])
  expect(await told(waits.staff.id)).toEqual([own])
  expect(await told(two().id)).toEqual([own, deputy].sort())
  expect(await waitsInPlaceOf(two(), day('2026-11-24'))).toEqual([one().name])
  expect(await waitsInPlaceOf(two(), day('2026-11-23'))).toEqual([])
  expect(await waitsInPlaceOf(third.staff, day('2026-11-24'))).toEqual([])
  await openTip(two(), ref, tipsKey)
  expect(await told(two().id)).toEqual([])
  expect(await waitsInPlaceOf(two(), day('2026-11-24'))).toEqual([])
})

test('who lacks a deputy that can open tips, or a head, is known', () => {
  const holder = (id: string, deputyId: string | null, headId: string | null) => ({
    ...{ id, deputyId, headId, granted: true, active: true },
  })
  const [both, none, useless] = [holder('a', 'b', 'c'), holder('b', null, null), holder('c', 'd', 'gone')]
  const waits = { ...holder('d', null, null), granted: false }
  const among = { holders: [both, none, useless, waits], officers: [{ id: 'c' }] }
  expect(among.holders.map((each) => lacksOf(each, among))).toEqual([[], ['deputy', 'head'], ['deputy', 'head'], []])
})
