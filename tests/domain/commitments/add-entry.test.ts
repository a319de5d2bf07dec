import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { addEntry, type NewEntry } from '#app/domain/commitments/add-entry.server.ts'
import { findCommitment } from '#app/domain/commitments/queries.server.ts'
import { makePledge } from '../../support/make-pledge.ts'
import { makeStaff } from '../../support/make-staff.ts'

const entryFor = (commitmentId: string, said: Partial<NewEntry> = {}): NewEntry => ({
  ...{ commitmentId, organisation: 'sspf', on: '2026-10-14', count: 3, areaCode: null, note: '' },
  ...{ staffId: null, example: false },
  ...said,
})

test('what an owner reports adds to the sum, with an audit line that holds no words', async () => {
  const { commitmentId, slug } = await makePledge({ owners: ['sspf'] })
  const made = await addEntry(null, entryFor(commitmentId, { note: 'Vi träffades på skolan.' }))
  expect(made).toMatchObject({ entryId: expect.any(String) })
  expect((await findCommitment(slug, '2026-11-23'))?.progress.current?.sum).toBe(3)
  const lines = await as({ as: 'seed' }, (tx) =>
    tx
      .select()
      .from(auditLines)
      .where(eq(auditLines.subject, `commitment:${commitmentId}`)),
  )
  expect(lines.map(({ event }) => event)).toEqual(['entry-added'])
  expect(JSON.stringify(lines)).not.toContain('skolan')
})

test('a wrong report is corrected by a new one', async () => {
  const { commitmentId, slug } = await makePledge({ owners: ['sspf'] })
  await addEntry(null, entryFor(commitmentId, { count: 5 }))
  await addEntry(null, entryFor(commitmentId, { count: -2 }))
  expect((await findCommitment(slug, '2026-11-23'))?.progress.current?.sum).toBe(3)
})

test('a day in the future, a day outside the pledge, an unknown commitment and a stranger are refused', async () => {
  const { commitmentId } = await makePledge({ owners: ['sspf'] })
  const tomorrow = new Date(Date.now() + 36 * 3600_000).toISOString().slice(0, 10)
  const nowhere = '00000000-0000-4000-8000-000000000000'
  expect(await addEntry(null, entryFor(commitmentId, { on: tomorrow }))).toEqual({ refused: 'future-day' })
  expect(await addEntry(null, entryFor(commitmentId, { on: '2025-12-31' }))).toEqual({ refused: 'outside-pledge' })
  expect(await addEntry(null, entryFor(nowhere))).toEqual({ refused: 'no-such-commitment' })
  expect(await addEntry(null, entryFor(commitmentId, { organisation: 'poseidon' }))).toEqual({
    refused: 'no-such-organisation',
  })
})

test('staff report for their own organisation only; the coordinator for any owner; an analyst not at all', async () => {
  const { commitmentId } = await makePledge({ owners: ['sspf', 'polisen'] })
  const [officer, coordinator, analyst] = [
    await makeStaff('officer'),
    await makeStaff('coordinator'),
    await makeStaff('analyst'),
  ]
  const own = entryFor(commitmentId, { organisation: 'polisen', staffId: officer.id })
  expect(await addEntry(officer, own)).toHaveProperty('entryId')
  expect(await addEntry(officer, entryFor(commitmentId))).toEqual({ refused: 'not-allowed' })
  expect(await addEntry(coordinator, entryFor(commitmentId, { staffId: coordinator.id }))).toHaveProperty('entryId')
  await expect(addEntry(analyst, entryFor(commitmentId))).rejects.toThrow()
})
