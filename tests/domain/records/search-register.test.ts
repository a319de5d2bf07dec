import { expect, test } from 'vitest'
import { registerFilter } from '#app/domain/records/input.server.ts'
import { markSecret } from '#app/domain/records/mark-secret.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { exportRegister, searchRegister } from '#app/domain/records/search-register.server.ts'
import { searchAudit } from '#app/domain/audit/search-audit.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const of = (asked: Record<string, string> = {}) => registerFilter.parse(asked)
const inYear = (year: number) => new Date(`${year}-06-01T12:00:00Z`)

test('the register lists what her authority has received, the latest number first', async () => {
  const registrar = await makeStaff('registrar')
  const before = await makeSubmission({ category: 'lighting' })
  await registerSubmission(before.id, inYear(2080))
  const [lamp, path] = [await makeSubmission({ category: 'lighting' }), await makeSubmission({ category: 'upkeep' })]
  const other = await makeSubmission({ category: 'traffic' })
  for (const { id } of [lamp, path, other]) await registerSubmission(id, inYear(2081))
  const year = { year: '2081' }
  const { rows, more } = await searchRegister(registrar, of(year))
  expect(rows).toMatchObject([
    { registrationNumber: 'GBG-2081-000002', ref: path.ref, category: 'upkeep', channel: 'web', status: 'received' },
    { registrationNumber: 'GBG-2081-000001', ref: lamp.ref, registeredOn: '2081-06-01', secrecy: [] },
  ])
  expect(more).toBe(false)
  const numbersOf = async (asked: Record<string, string>) =>
    (await searchRegister(registrar, of({ ...year, ...asked }))).rows.map(({ number }) => number)
  expect(await numbersOf({ category: 'upkeep' })).toEqual([2])
  expect(await numbersOf({ status: 'closed' })).toEqual([])
  expect(await numbersOf({ before: '2081-2' })).toEqual([1])
  expect(await numbersOf({ from: '2081-06-02' })).toEqual([])
  await markSecret(registrar, lamp.ref, { what: 'Namn', law: '=1+1' })
  expect(await numbersOf({ secrecy: 'yes' })).toEqual([1])
})

test('that the register was taken out as a file is a line of the audit, with how much', async () => {
  const registrar = await makeStaff('registrar')
  const { id } = await makeSubmission({ category: 'lighting' })
  await registerSubmission(id, inYear(2082))
  const rows = await exportRegister(registrar, of({ year: '2082', category: 'lighting' }))
  const { lines } = await searchAudit(registrar, {
    ...{ person: registrar.id, event: 'register-exported' },
    ...{ subject: undefined, from: undefined, to: undefined, before: undefined },
  })
  expect(lines[0]?.details).toMatchObject({ count: rows.length, year: 2082, category: 'lighting' })
})

test('only a registrar reads the register', async () => {
  for (const role of ['admin', 'officer', 'coordinator', 'analyst'] as const)
    await expect(searchRegister(await makeStaff(role), of())).rejects.toThrow(/may not register\.read/)
})
