import { beforeAll, describe, expect, test } from 'vitest'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { shareNote } from '#app/domain/submissions/share-note.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { unroute } from '#app/domain/submissions/unroute.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { everythingInQueue } from '../../support/everything-in-queue.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const secret = 'Det var min granne i nummer fyra.'
let officer: Staff, coordinator: Staff, registrar: Staff, youth: Staff, company: Staff, club: Staff

beforeAll(async () => {
  ;[officer, coordinator, registrar, youth, company, club] = await Promise.all([
    makeStaff('officer'),
    makeStaff('coordinator'),
    makeStaff('registrar'),
    makeStaff('partner', 'faltenheten'),
    makeStaff('partner', 'gardstensbostader'),
    makeStaff('partner', 'raddningstjansten'),
  ])
})

const sees = async (staff: Staff, ref: string): Promise<boolean> => {
  const found = await findForStaff(staff, ref)
  const listed = (await everythingInQueue(staff)).includes(ref)
  expect(listed).toBe(found !== undefined)
  return listed
}

describe('before it is screened', () => {
  test.each(['received', 'screening', 'redirected', 'not_pursued'] as const)(
    'a %s submission is seen by the receiving authority and by nobody else, even where it was routed',
    async (status) => {
      const { ref } = await makeSubmission({ category: 'lighting', status })
      for (const organisation of ['polisen', 'faltenheten', 'raddningstjansten'])
        await route(coordinator, ref, { organisation })
      await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa är trasig.' })
      expect(await sees(coordinator, ref)).toBe(true)
      expect(await sees(registrar, ref)).toBe(true)
      for (const staff of [officer, youth, club, company]) expect(await sees(staff, ref)).toBe(false)
    },
  )
})

describe('once it is screened', () => {
  test('another authority and a partner see it when it was routed to them, and only then', async () => {
    const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress' })
    for (const staff of [officer, youth, club, company]) expect(await sees(staff, ref)).toBe(false)
    for (const organisation of ['polisen', 'faltenheten']) await route(coordinator, ref, { organisation })
    expect(await sees(officer, ref)).toBe(true)
    expect(await sees(youth, ref)).toBe(true)
    expect(await sees(club, ref)).toBe(false)
    await unroute(coordinator, ref, 'faltenheten')
    expect(await sees(youth, ref)).toBe(false)
  })

  test('a partner in an organisation of the city does not see what the city has received', async () => {
    const { ref } = await makeSubmission({ category: 'litter', status: 'answered' })
    expect(youth.authority).toBe('goteborg')
    expect(await sees(youth, ref)).toBe(false)
  })

  test('the police receives what is the police’s, and the city does not see it', async () => {
    const { ref } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    expect(await sees(officer, ref)).toBe(true)
    for (const staff of [coordinator, registrar, youth]) expect(await sees(staff, ref)).toBe(false)
  })
})

test('administrator, organiser and analyst see no submission at all', async () => {
  const { ref } = await makeSubmission({ status: 'answered' })
  const others = await Promise.all((['admin', 'organiser', 'analyst'] as const).map((role) => makeStaff(role)))
  for (const staff of others) {
    await route(coordinator, ref, { organisation: staff.organisation })
    expect(await sees(staff, ref)).toBe(false)
  }
})

test('a private company reads the rewritten text and nothing that the resident wrote', async () => {
  const { ref } = await makeSubmission({
    ...{ category: 'lighting', status: 'in_progress', body: secret, placeNote: 'Utanför min port' },
    ...{ lat: 57.78029, lon: 12.03579, areaCode: undefined, contactEmail: 'resident@home.example' },
  })
  await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa är trasig vid torget.' })
  await note(coordinator, ref, secret)
  const found = await findForStaff(company, ref)
  expect(found).toMatchObject({
    rewritten: 'En lampa är trasig vid torget.',
    original: undefined,
    thread: [],
    acts: false,
  })
  const everything = JSON.stringify([found, await queue(company, queueFilter.parse({ status: 'all' }))])
  for (const hidden of [secret, 'Utanför min port', '57.78', '12.03', 'resident@home.example', coordinator.name])
    expect(everything).not.toContain(hidden)
})

test('nobody is shown the resident’s address, only that there is one', async () => {
  const { ref } = await makeSubmission({ contactEmail: 'resident@home.example' })
  const found = await findForStaff(coordinator, ref)
  expect(found?.hasEmail).toBe(true)
  expect(JSON.stringify(found)).not.toContain('resident@home.example')
})

test('a submission cannot be routed to a company without a rewritten text, nor to who has it or nobody knows', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  expect(await route(coordinator, ref, { organisation: 'gardstensbostader' })).toEqual({
    refused: 'rewritten-text-missing',
  })
  expect(await route(coordinator, ref, { organisation: 'goteborg' })).toEqual({ refused: 'no-such-organisation' })
  expect(await route(coordinator, ref, { organisation: 'nobody' })).toEqual({ refused: 'no-such-organisation' })
})

test('who sees a submission only because it was routed to her cannot handle it', async () => {
  const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress' })
  await route(coordinator, ref, { organisation: 'polisen' })
  const moved = await move(officer, ref, { from: 'in_progress', to: 'waiting_for_resident' })
  expect(moved).toEqual({ refused: 'not-allowed' })
  expect(await findForStaff(officer, ref)).toMatchObject({ acts: false, routings: [] })
})

test('what she does not see is to her as if it were not there', async () => {
  const { ref } = await makeSubmission({ category: 'lighting' })
  expect(await move(officer, ref, { from: 'received', to: 'screening' })).toEqual({ refused: 'not-found' })
  expect(await note(youth, ref, 'Hej')).toEqual({ refused: 'not-found' })
  expect(await findForStaff(officer, 'XXXX-XXXX')).toBeUndefined()
})

test('a note stays in the writer’s organisation until she shares it, and never reaches a company', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await route(coordinator, ref, { organisation: 'faltenheten' })
  await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa är trasig.' })
  const written = await note(coordinator, ref, 'Ringde trafikkontoret.')
  if ('refused' in written) throw new Error(written.refused)
  const notesFor = async (staff: Staff) => (await findForStaff(staff, ref))!.notes.map((one) => one.body)
  expect(await notesFor(coordinator)).toEqual(['Ringde trafikkontoret.'])
  expect(await notesFor(registrar)).toEqual([])
  expect(await notesFor(youth)).toEqual([])

  expect(await shareNote(youth, ref, written.noted)).toEqual({ refused: 'not-found' })
  expect(await shareNote(coordinator, ref, written.noted)).toEqual({ shared: written.noted })
  expect(await notesFor(youth)).toEqual(['Ringde trafikkontoret.'])
  expect(await notesFor(company)).toEqual([])
  expect(id).toBeTruthy()
})

describe('who is limited to some areas', () => {
  let limited: Staff, limitedYouth: Staff
  beforeAll(async () => {
    limited = await makeStaff('coordinator', undefined, ['609'])
    limitedYouth = await makeStaff('partner', 'faltenheten', ['609'])
  })

  test('sees in the queue, the counts and by the reference only what lies there', async () => {
    const [there, elsewhere] = [await makeSubmission({ areaCode: '609' }), await makeSubmission({ areaCode: '606' })]
    expect(await sees(limited, there.ref)).toBe(true)
    expect(await sees(limited, elsewhere.ref)).toBe(false)
    const { tabs } = await queue(limited, queueFilter.parse({ status: 'all', area: '606' }))
    expect(tabs.every(({ count }) => count === 0)).toBe(true)
    expect(await note(limited, elsewhere.ref, 'En anteckning')).toEqual({ refused: 'not-found' })
    expect(await note(limited, there.ref, 'En anteckning')).not.toHaveProperty('refused')
  })

  test('sees of what was routed to her organisation only what lies there', async () => {
    for (const areaCode of ['609', '606']) {
      const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress', areaCode })
      await route(coordinator, ref, { organisation: 'faltenheten' })
      expect(await sees(youth, ref)).toBe(true)
      expect(await sees(limitedYouth, ref)).toBe(areaCode === '609')
    }
  })
})

test('who opens a case after others on the same connection sees what is hers, however often it is opened', async () => {
  const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress', body: secret })
  for (const organisation of ['polisen', 'faltenheten']) await route(coordinator, ref, { organisation })
  await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa är trasig.' })
  const readers = [coordinator, officer, youth, company, club]
  const first = await Promise.all(readers.map((staff) => findForStaff(staff, ref)))
  expect(first.map((found) => found?.original?.body)).toEqual([secret, secret, secret, undefined, undefined])
  expect(first[4]).toBeUndefined()
  for (let round = 0; round < 40; round++)
    expect(await Promise.all(readers.map((staff) => findForStaff(staff, ref)))).toEqual(first)
})
