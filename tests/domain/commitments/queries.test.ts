import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { entries } from '#db/schema/commitments.ts'
import {
  allPledges,
  commitmentsById,
  findCommitment,
  findCurrentPledge,
  findPledge,
} from '#app/domain/commitments/queries.server.ts'
import { makePledge } from '../../support/make-pledge.ts'

test('a draft pledge and its commitments are not there for the public', async () => {
  const { pledgeSlug, slug, commitmentId } = await makePledge({ state: 'draft' })
  expect(await findPledge(pledgeSlug)).toBeUndefined()
  expect(await findCommitment(slug, '2026-11-23')).toBeUndefined()
  expect(await commitmentsById([commitmentId], '2026-11-23')).toEqual([])
  expect((await allPledges()).map((pledge) => pledge.slug)).not.toContain(pledgeSlug)
})

test('the current pledge is the latest published one that has begun', async () => {
  await makePledge({ startsOn: '2031-01-01', endsOn: '2032-12-31' })
  const { pledgeSlug } = await makePledge({ startsOn: '2029-01-01', endsOn: '2030-12-31' })
  expect((await findCurrentPledge('2030-06-01'))?.slug).toBe(pledgeSlug)
})

test('the pledge 2023–2024 says of all ten commitments that nothing has been reported here', async () => {
  const commitment = await findCommitment('hot-spot-patrols', '2026-11-23')
  expect(commitment?.pledge.slug).toBe('nordost-2023-2024')
  expect(commitment?.progress).toMatchObject({ state: 'no-report', reportedThrough: undefined })
  expect(commitment?.owners).toEqual([{ slug: 'polisen', name: 'Polisen' }])
})

test('what the police report stays unseen until the month has ended, words and all', async () => {
  const { commitmentId, slug } = await makePledge({ owners: ['polisen'] })
  const entry = { commitmentId, organisation: 'polisen', on: '2026-10-09', count: 4, areaCode: '606' }
  await as({ as: 'seed' }, (tx) => tx.insert(entries).values({ ...entry, note: 'Utanför Folkets Hus klockan 21.' }))
  const before = await findCommitment(slug, '2026-11-06')
  expect(before?.reports).toEqual([])
  const after = await findCommitment(slug, '2026-11-07')
  expect(after?.reports).toMatchObject([{ through: '2026-10-31', count: 4, areaCode: '606', note: '' }])
  expect(JSON.stringify(after)).not.toContain('Folkets Hus')
  expect(JSON.stringify(after)).not.toContain('2026-10-09')
})
