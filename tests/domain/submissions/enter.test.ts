import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { enter } from '#app/domain/submissions/enter.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'

let coordinator: Staff, officer: Staff, organiser: Staff, registrar: Staff
beforeAll(async () => {
  ;[coordinator, officer, organiser, registrar] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('organiser'),
    makeStaff('registrar'),
  ])
})

const told = { channel: 'phone', interpretedFrom: 'so' } as const
const input = async (more: object = {}) => ({
  ...({ kind: 'concern', category: 'lighting', body: 'Hon säger att lampan vid trappan är trasig.' } as const),
  ...{ lat: undefined, lon: undefined, place: undefined, areaCode: '606', placeNote: '', contactEmail: undefined },
  ...{ language: 'so', formToken: await formTokenOfOurs() },
  ...more,
})
async function entered(staff: Staff, more: object = {}) {
  const result = await enter(staff, await input(more), told)
  if ('refused' in result) throw new Error(result.refused)
  const hash = await hashOfCode(result.code)
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.codeHash, hash)))
  return { ...result, hash, row: row! }
}

test('what somebody tells is written down with how, by whom and from which language, under a code of her own', async () => {
  const { row, hash, ref } = await entered(coordinator)
  expect(row).toMatchObject({ channel: 'phone', interpretedFrom: 'so', enteredById: coordinator.id, language: 'so' })
  expect(row).toMatchObject({ status: 'received', heldFor: [], writtenIn: 'sv' })
  expect((await threadUnderCode(hash))?.submission.ref).toBe(ref)
  expect((await findForStaff(coordinator, ref))?.told).toMatchObject({
    channel: 'phone',
    enteredByName: coordinator.name,
  })
  expect(await auditOf(row.id)).toMatchObject([{ event: 'submission-received', staffId: coordinator.id }])
  expect(JSON.stringify(await threadUnderCode(hash))).not.toContain(coordinator.name)
})

test('the same form sent twice gives the same code and is one submission', async () => {
  const twice = await input()
  const results = await Promise.all([enter(organiser, twice, told), enter(organiser, twice, told)])
  expect(results[0]).toEqual(results[1])
})

test('who writes it down reads no more of it than before', async () => {
  expect(await findForStaff(organiser, (await entered(organiser)).ref)).toBeUndefined()
  expect(await findForStaff(officer, (await entered(officer)).ref)).toBeUndefined()
})

test('an address is asked to confirm, as any other', async () => {
  const { row } = await entered(organiser, { contactEmail: 'somebody@example.org' })
  const [bell] = await as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.submissionId, row.id)))
  expect(bell).toMatchObject({ email: 'somebody@example.org', confirmedAt: null, language: 'so' })
})

test('a role without the right throws, and a place outside the district is refused', async () => {
  await expect(enter(registrar, await input(), told)).rejects.toThrow()
  expect(await enter(organiser, await input({ areaCode: '999' }), told)).toEqual({ refused: 'outside-area' })
  expect(await enter(organiser, await input({ formToken: 'made up' }), told)).toEqual({ refused: 'stale-form' })
})
