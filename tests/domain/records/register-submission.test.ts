import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { makeSubmission } from '../../support/make-submission.ts'

// A year of its own, so that no other test's numbers are in the series.
const inYear = (year: number) => new Date(`${year}-06-01T12:00:00Z`)

async function numberOf(id: string): Promise<string | null> {
  const [row] = await as({ as: 'worker' }, (tx) =>
    tx.select({ number: submissions.registrationNumber }).from(submissions).where(eq(submissions.id, id)),
  )
  return row!.number
}

test('each authority has its own series, without a gap, however many are registered at once', async () => {
  const city = await Promise.all(Array.from({ length: 8 }, () => makeSubmission({ category: 'lighting' })))
  const police = await Promise.all(Array.from({ length: 3 }, () => makeSubmission({ category: 'traffic' })))
  await Promise.all([...city, ...police].map(({ id }) => registerSubmission(id, inYear(2091))))
  const numbers = await Promise.all([...city, ...police].map(({ id }) => numberOf(id)))
  const series = (prefix: string, size: number) =>
    Array.from({ length: size }, (_, index) => `${prefix}-2091-00000${index + 1}`)
  expect(new Set(numbers)).toEqual(new Set([...series('GBG', 8), ...series('POL', 3)]))
  expect(numbers).toHaveLength(11)
})

test('a submission keeps its number when the job runs again, and no number is spent', async () => {
  const first = await makeSubmission()
  for (let run = 0; run < 3; run++) await registerSubmission(first.id, inYear(2092))
  const second = await makeSubmission()
  await registerSubmission(second.id, inYear(2092))
  expect([await numberOf(first.id), await numberOf(second.id)]).toEqual(['GBG-2092-000001', 'GBG-2092-000002'])
})

test('a new year begins a new series, by the calendar of Stockholm', async () => {
  const { id } = await makeSubmission()
  await registerSubmission(id, new Date('2092-12-31T23:30:00Z'))
  expect(await numberOf(id)).toBe('GBG-2093-000001')
})
