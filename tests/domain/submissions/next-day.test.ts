import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { bringBack } from '#app/domain/submissions/bring-back.server.ts'
import { clocksOf } from '#app/domain/submissions/clocks.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { hearsOfOverdue } from '#app/domain/submissions/hears-of-overdue.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { setNextDay } from '#app/domain/submissions/set-next-day.server.ts'
import { nextDayInput } from '#app/domain/submissions/staff-input.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { dayOf, daysAfter, workingDayFrom, workingDaysAfter } from '#app/domain/submissions/working-days.server.ts'
import { casePage } from '#app/http/case-page.server.ts'
import { formatNearDay } from '#app/i18n/format.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' as const }
const now = new Date()
const today = dayOf(now)
const inDays = (count: number) => workingDaysAfter(today, count)
const at = (day: string) => new Date(`${day}T10:00:00Z`)

const rowOf = async (id: string) => {
  const { dueOn, waiting, urgency } = submissions
  const [row] = await as(seed, (tx) =>
    tx.select({ dueOn, waiting, urgency }).from(submissions).where(eq(submissions.id, id)),
  )
  return row!
}
const promises = async (hash: string, language: 'sv' | 'en' | 'ar' | 'so' = 'sv', when = now) => {
  const page = await casePage(language, hash, { thread: (await threadUnderCode(hash))!, now: when })
  return page.clocks
}

test('a resident reads on her page by when she hears from us, and that we are late when we are', async () => {
  const { hash } = await makeSubmission({ status: 'in_progress' })
  const promised = inDays(10)
  for (const language of ['sv', 'en', 'ar', 'so'] as const)
    expect((await promises(hash, language)).map(({ text }) => text).join(' ')).toContain(
      formatNearDay(language, promised, now),
    )
  expect((await promises(hash)).at(-1)).toEqual({
    text: `Du hör från oss senast ${formatNearDay('sv', promised, now)}.`,
    late: false,
  })
  const late = at(daysAfter(promised, 1))
  expect((await promises(hash, 'sv', late)).at(-1)).toMatchObject({
    text: expect.stringContaining('Vi är sena'),
    late: true,
  })
})

test('staff state another day, with why: it is promised, due, and kept as a note that no resident sees', async () => {
  const coordinator = await makeStaff('coordinator')
  const { id, ref, hash } = await makeSubmission({ status: 'in_progress' })
  const on = workingDayFrom(daysAfter(today, 5))
  const asked = { on, why: 'Entreprenören kommer på torsdag.', outside: false, seen: '' }
  expect(await setNextDay(coordinator, ref, asked)).toEqual({ stated: on })
  expect(await rowOf(id)).toMatchObject({ dueOn: on, waiting: null })
  expect((await promises(hash)).at(-1)?.text).toContain(formatNearDay('sv', on, now))
  const found = (await findForStaff(coordinator, ref))!
  expect(found.notes.map(({ body }) => body)).toContain('Entreprenören kommer på torsdag.')
  const thread = await threadUnderCode(hash)
  expect(JSON.stringify(await casePage('sv', hash, { thread: thread!, now }))).not.toContain('Entreprenören')
  expect(await auditOf(id)).toContainEqual(
    expect.objectContaining({ event: 'next-day-stated', staffId: coordinator.id, details: { on } }),
  )
  // Somebody who had the page open from before does not overwrite it.
  expect(await setNextDay(coordinator, ref, asked)).toEqual({ refused: 'changed-meanwhile' })
  // The step is taken: from then on the usual day is promised again.
  await reply(coordinator, ref, { message: 'Nu är den beställd.', formToken: await formTokenOfOurs() })
  expect((await rowOf(id)).dueOn).toBe(inDays(10))
})

test('a day is stated only where something is promised, from today on and within a year', async () => {
  const coordinator = await makeStaff('coordinator')
  const { ref } = await makeSubmission({ status: 'answered' })
  const asked = { on: inDays(5), why: 'Vi väntar.', outside: false, seen: '' }
  expect(await setNextDay(coordinator, ref, asked)).toEqual({ refused: 'wrong-status' })
  const { ref: screened } = await makeSubmission({ status: 'screening' })
  expect(await setNextDay(coordinator, screened, { ...asked, outside: true })).toEqual({ refused: 'wrong-status' })
  expect(await setNextDay(await makeStaff('officer'), screened, asked)).toEqual({ refused: 'not-found' })
  const accepts = (on: string, why = 'Vi väntar.') => nextDayInput.safeParse({ on, why }).success
  expect([accepts(today), accepts(daysAfter(today, 365)), accepts(today, ' ')]).toEqual([true, true, false])
  expect([accepts(daysAfter(today, -1)), accepts(daysAfter(today, 366)), accepts('')]).toEqual([false, false, false])
})

test('what waits for another authority lies among what waits, until its day brings it back', async () => {
  const coordinator = await makeStaff('coordinator')
  const { id, ref, hash } = await makeSubmission({ status: 'in_progress', areaCode: '609', category: 'vehicles' })
  const before = await rowOf(id)
  const on = inDays(7)
  const asked = { on, why: 'Trafikkontoret svarar först.', outside: true, seen: '' }
  expect(await setNextDay(coordinator, ref, asked)).toEqual({ stated: on })
  const waits = await rowOf(id)
  expect(waits).toMatchObject({ dueOn: on, waiting: 'outside' })
  expect(waits.urgency).toBeGreaterThan(before.urgency)
  expect((await promises(hash)).map(({ text }) => text)).toContain(
    `Vi väntar på någon annan. Du hör från oss senast ${formatNearDay('sv', on, now)}.`,
  )
  // What the resident writes is not left lying until then.
  await addMessage(hash, { message: 'Hur går det?', formToken: await formTokenOfOurs() })
  expect(await rowOf(id)).toMatchObject({ dueOn: inDays(3), waiting: null })

  const other = await makeSubmission({ status: 'in_progress' })
  await setNextDay(coordinator, other.ref, asked)
  await bringBack(at(daysAfter(on, -1)))
  expect((await rowOf(other.id)).waiting).toBe('outside')
  await bringBack(at(on))
  const back = await rowOf(other.id)
  expect(back.waiting).toBe('back')
  expect(back.urgency).toBeLessThan(before.urgency)
})

test('what waits for a resident comes back on its day, is due then, and is escalated when nobody acts', async () => {
  const coordinator = await makeStaff('coordinator')
  const company = await makeStaff('partner')
  const own = { areaCode: '611', category: 'upkeep' } as const
  const { id, ref, hash } = await makeSubmission({ status: 'waiting_for_resident', ...own })
  await route(coordinator, ref, { organisation: company.organisation, rewrittenBody: 'En lampa är trasig.' })
  expect(await rowOf(id)).toMatchObject({ dueOn: inDays(10), waiting: null })
  const told = (await promises(hash)).map(({ text }) => text)
  expect(told).toEqual([
    'Tiden för svaret står still medan vi väntar på dig.',
    `Har du inte skrivit hör vi av oss senast ${formatNearDay('sv', inDays(10), now)}.`,
  ])
  const on = inDays(2)
  await setNextDay(coordinator, ref, { on, why: 'Hon är bortrest till dess.', outside: false, seen: '' })
  expect((await rowOf(id)).dueOn).toBe(on)
  await bringBack(at(on))
  expect(await rowOf(id)).toMatchObject({ dueOn: on, waiting: 'back' })
  expect(await hearsOfOverdue(at(workingDayFrom(daysAfter(on, 1))))).toContain(coordinator.id)

  const filter = queueFilter.parse({ area: '611', category: 'upkeep' })
  const rowFor = async (who: typeof company) => (await queue(who, filter)).rows.find((row) => row.ref === ref)
  expect(await rowFor(coordinator)).toMatchObject({ waiting: 'back' })
  expect(await rowFor(company)).toMatchObject({ waiting: null })
  expect(await findForStaff(company, ref)).toMatchObject({ waiting: null, stated: null })
  // Twice is once, and to give it a new day lets it wait again.
  await bringBack(at(on))
  const { stated } = (await findForStaff(coordinator, ref))!
  const later = inDays(20)
  await setNextDay(coordinator, ref, { on: later, why: 'Hon bad om mer tid.', outside: false, seen: stated!.at })
  expect(await rowOf(id)).toMatchObject({ dueOn: later, waiting: null })
})

test('the promise of an answer that comes no later is the next step, and is told once', async () => {
  const { hash, id } = await makeSubmission({ status: 'in_progress' })
  const created = new Date(now.getTime() - 25 * 24 * 60 * 60 * 1000)
  await as(seed, (tx) => tx.update(submissions).set({ createdAt: created }).where(eq(submissions.id, id)))
  const thread = (await threadUnderCode(hash))!
  const clocks = clocksOf({ ...thread.submission, moves: thread.moves, thread: thread.messages }, now)
  expect(clocks.step!.by >= (clocks.answer as { by: string }).by).toBe(true)
  expect((await promises(hash)).map(({ text }) => text.split(' ').slice(0, 2).join(' '))).toEqual(['Svar senast'])
})
