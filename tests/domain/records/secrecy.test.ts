import { expect, test } from 'vitest'
import { liftSecrecy } from '#app/domain/records/lift-secrecy.server.ts'
import { markSecret } from '#app/domain/records/mark-secret.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const mark = { what: 'Grannens namn', law: '21 kap. 1 § OSL' }

test('a registrar marks what may be secret and under which law, and the desk sees it', async () => {
  const [registrar, coordinator] = [await makeStaff('registrar'), await makeStaff('coordinator')]
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  await markSecret(registrar, ref, mark)
  const found = await findForStaff(coordinator, ref)
  expect(found?.secrecy).toMatchObject([{ ...mark, byName: registrar.name, liftedAt: null }])
  const line = (await auditOf(id)).find(({ event }) => event === 'secrecy-marked')
  expect(JSON.stringify(line)).not.toContain('Grannens')
})

test('a mark that is lifted stays to be read, and is lifted once', async () => {
  const coordinator = await makeStaff('coordinator')
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  const made = await markSecret(coordinator, ref, mark)
  const given = 'marked' in made ? made.marked : ''
  expect(await liftSecrecy(coordinator, ref, given)).toEqual({ lifted: given })
  expect(await liftSecrecy(coordinator, ref, given)).toEqual({ refused: 'changed-meanwhile' })
  expect((await findForStaff(coordinator, ref))?.secrecy).toMatchObject([{ liftedAt: expect.any(Date) }])
  expect((await auditOf(id)).map(({ event }) => event)).toContain('secrecy-lifted')
})

test('nobody marks a case of another authority, and a company never learns of a mark', async () => {
  const officer = await makeStaff('officer')
  const { ref } = await makeSubmission({ category: 'lighting', status: 'in_progress' })
  expect(await markSecret(officer, ref, mark)).toEqual({ refused: 'not-found' })
  await expect(markSecret(await makeStaff('partner'), ref, mark)).rejects.toThrow(/may not/)
})
