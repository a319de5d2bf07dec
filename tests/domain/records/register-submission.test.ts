import { asc, eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, worker, type Viewer } from '#db/client.server.ts'
import { registers, registrations } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { nextNumber } from '#app/domain/records/next-number.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

// A year of its own, so that no other test's numbers are in the series.
const inYear = (year: number) => new Date(`${year}-06-01T12:00:00Z`)

// What other tests have left without a number gets one in a year that nobody looks at.
beforeAll(async () => {
  for (const category of ['lighting', 'traffic'] as const)
    await registerSubmission((await makeSubmission({ category })).id, inYear(2090))
})

async function numberOf(id: string): Promise<string | null> {
  const [row] = await as(worker, (tx) =>
    tx.select({ number: submissions.registrationNumber }).from(submissions).where(eq(submissions.id, id)),
  )
  return row!.number
}

/** The numbers of a year in the register of an authority, in order. */
const seriesOf = (authority: 'polisen' | 'goteborg', year: number) =>
  as(worker, (tx) =>
    tx
      .select({ number: registrations.number, submissionId: registrations.submissionId })
      .from(registrations)
      .where(sql`${registrations.authority} = ${authority} and ${registrations.year} = ${year}`)
      .orderBy(asc(registrations.number)),
  )

test('200 that come at once get 200 numbers in the order they came, whichever worker gives them', async () => {
  const made: { id: string }[] = []
  for (let wave = 0; wave < 10; wave++)
    made.push(
      ...(await Promise.all(
        Array.from({ length: 20 }, (_, index) => makeSubmission({ category: index % 4 ? 'lighting' : 'traffic' })),
      )),
    )
  // Several workers, each with jobs from all over the queue, some of which run twice.
  const jobs = made.map(({ id }) => id)
  const workers = [jobs, jobs.toReversed(), jobs.filter((_, index) => index % 2), jobs.toSorted()]
  await Promise.all(
    workers.map(async (own) => {
      for (const id of own) await registerSubmission(id, inYear(2091))
    }),
  )
  for (const [authority, size] of [
    ['goteborg', 150],
    ['polisen', 50],
  ] as const) {
    const series = await seriesOf(authority, 2091)
    expect(series.map(({ number }) => number)).toEqual(Array.from({ length: size }, (_, index) => index + 1))
    const came = await as(worker, (tx) =>
      tx
        .select({ id: submissions.id })
        .from(submissions)
        .where(inArray(submissions.id, jobs))
        .orderBy(asc(submissions.createdAt), asc(submissions.id)),
    )
    const own = new Set(series.map(({ submissionId }) => submissionId))
    expect(series.map(({ submissionId }) => submissionId)).toEqual(came.map(({ id }) => id).filter((id) => own.has(id)))
  }
}, 120_000)

test('each authority has its own series', async () => {
  const [city, police] = [await makeSubmission({ category: 'lighting' }), await makeSubmission({ category: 'traffic' })]
  for (const { id } of [city, police]) await registerSubmission(id, inYear(2094))
  expect([await numberOf(city.id), await numberOf(police.id)]).toEqual(['GBG-2094-000001', 'POL-2094-000001'])
})

test('a submission keeps its number when the job runs again, and no number is spent', async () => {
  const first = await makeSubmission()
  for (let run = 0; run < 3; run++) await registerSubmission(first.id, inYear(2092))
  const second = await makeSubmission()
  await registerSubmission(second.id, inYear(2092))
  expect([await numberOf(first.id), await numberOf(second.id)]).toEqual(['GBG-2092-000001', 'GBG-2092-000002'])
})

test('a number whose registration fails is given to the next', async () => {
  const take = (fails: boolean) =>
    as(worker, async (tx) => {
      const { text } = await nextNumber(tx, { authority: 'polisen', register: 'tips' }, inYear(2095))
      if (fails) throw new Error('failed')
      return text
    })
  expect(await take(false)).toBe('POL-T-2095-000001')
  await expect(take(true)).rejects.toThrow('failed')
  expect(await take(false)).toBe('POL-T-2095-000002')
  // The register of tips counts by itself.
  const counters = await as(worker, (tx) => tx.select().from(registers).where(eq(registers.year, 2095)))
  expect(counters).toEqual([{ authority: 'polisen', register: 'tips', year: 2095, lastNumber: 2 }])
})

test('a new year begins a new series, by the calendar of Stockholm', async () => {
  const { id } = await makeSubmission()
  await registerSubmission(id, new Date('2092-12-31T23:30:00Z'))
  expect(await numberOf(id)).toBe('GBG-2093-000001')
  expect((await seriesOf('goteborg', 2093))[0]).toMatchObject({ number: 1, submissionId: id })
})

test('the database shows a registrar the register of her own authority and others none, even without a where-clause', async () => {
  for (const [category, year] of [
    ['lighting', 2096],
    ['traffic', 2097],
  ] as const)
    await registerSubmission((await makeSubmission({ category })).id, inYear(year))
  const seenBy = (viewer: Viewer) =>
    as(viewer, (tx) => tx.selectDistinct({ authority: registrations.authority }).from(registrations))
  expect(await seenBy(await makeStaff('registrar', 'goteborg'))).toEqual([{ authority: 'goteborg' }])
  const police = await makeStaff('registrar', 'polisen')
  expect(await seenBy(police)).toEqual([{ authority: 'polisen' }])
  // Who she is says her row in the table of staff, not what a caller claims of her.
  expect(await seenBy({ ...police, organisation: 'goteborg' })).toEqual([{ authority: 'polisen' }])
  for (const role of ['admin', 'officer', 'coordinator', 'analyst'] as const)
    expect(await seenBy(await makeStaff(role))).toEqual([])
})
