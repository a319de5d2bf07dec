import { cellToLatLng, latLngToCell } from 'h3-js'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { responses, submissions } from '#db/schema/submissions.ts'
import { findCommitment } from '#app/domain/commitments/queries.server.ts'
import { findPublished, publishedPage, voicesOf } from '#app/domain/submissions/published.server.ts'
import { link } from '#app/domain/submissions/link.server.ts'
import { unlink } from '#app/domain/submissions/unlink.server.ts'
import { unpublish } from '#app/domain/submissions/unpublish.server.ts'
import { makePledge } from '../../support/make-pledge.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const published = { title: 'Mörk gångväg', body: 'Flera lampor är trasiga.' }

/** An official answer to the public, or what is said instead. */
async function answer(submissionId: string, said: Partial<typeof responses.$inferInsert> = {}) {
  const officer = await makeStaff('officer')
  const row = {
    ...{ submissionId, version: 1, audience: 'public' as const, organisation: 'polisen', staffId: officer.id },
    ...{ body: { sv: 'Lamporna är bytta.' }, signedAs: { sv: 'Kommunpolis' } },
    ...said,
  }
  await as({ as: 'seed' }, (tx) => tx.insert(responses).values(row))
}

async function publishedOn(id: string, day: string) {
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ publishedAt: new Date(`${day}T21:30:00Z`) })
      .where(eq(submissions.id, id)),
  )
}

test('what is not published cannot be told from what has never been', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  expect(await findPublished(ref)).toBeUndefined()
  expect(await findPublished('0000-0000')).toBeUndefined()
  const { submissions: listed } = await publishedPage({}, undefined, 1000)
  expect(listed.map((one) => one.ref)).not.toContain(ref)
})

test('the public sees a title, a text, an area and a day, and nothing that the resident wrote', async () => {
  const { id, ref } = await makeSubmission({ published, body: 'Jag heter Amina.', placeNote: 'Utanför min port.' })
  await publishedOn(id, '2026-11-20')
  const found = await findPublished(ref)
  expect(found?.submission).toMatchObject({ title: { sv: 'Mörk gångväg' }, publishedOn: '2026-11-20', answered: false })
  expect(JSON.stringify(found)).not.toMatch(/Amina|min port/)
  expect(Object.keys(found!.submission)).not.toEqual(expect.arrayContaining(['lat', 'lon', 'codeHash', 'publishedAt']))
})

test('late in the evening of a Stockholm day is still that day', async () => {
  const { id, ref } = await makeSubmission({ published })
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ publishedAt: new Date('2026-06-30T22:30:00Z') })
      .where(eq(submissions.id, id)),
  )
  expect((await findPublished(ref))?.submission.publishedOn).toBe('2026-07-01')
})

/** Every reference that a filter leaves, as the pages of two give them. */
async function readThrough(filter: Parameters<typeof publishedPage>[0]): Promise<string[]> {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await publishedPage(filter, after, 2)
    seen.push(...page.submissions.map(({ ref }) => ref))
    after = page.next
  } while (after)
  return seen
}

test('the list is read page by page, each submission once, the latest first', async () => {
  const made: string[] = []
  for (const day of ['03', '02', '01']) {
    const one = await makeSubmission({ published, areaCode: '613', category: 'vehicles' })
    await publishedOn(one.id, `2020-01-${day}`)
    made.push(one.ref)
  }
  const seen = await readThrough({ area: 'eriksbo', category: 'vehicles' })
  expect(seen.filter((ref) => made.includes(ref))).toEqual(made)
  expect(new Set(seen).size).toBe(seen.length)
})

test('what was published in the same moment is neither lost nor shown twice', async () => {
  const made = await Promise.all(
    Array.from({ length: 5 }, () => makeSubmission({ published, areaCode: '602', category: 'fires' })),
  )
  for (const { id } of made) await publishedOn(id, '2020-02-02')
  const own = made.map(({ ref }) => ref)
  const seen = await readThrough({ area: 'rannebergen', category: 'fires' })
  expect(seen.filter((ref) => own.includes(ref)).toSorted()).toEqual(own.toSorted())
})

test('filters narrow by area, category, kind and hexagon', async () => {
  const { ref } = await makeSubmission({ published, kind: 'idea', category: 'treatment', areaCode: '609' })
  const { cell } = (await findPublished(ref))!.submission
  const refsOf = async (filter: Parameters<typeof publishedPage>[0]) =>
    (await publishedPage(filter, undefined, 1000)).submissions.map((one) => one.ref)
  for (const fits of [
    { area: 'linnarhult' },
    { category: 'treatment' as const },
    { kind: 'idea' as const },
    { cell: cell! },
    { around: latLngToCell(...cellToLatLng(cell!), 8) },
  ])
    expect(await refsOf(fits)).toContain(ref)
  for (const other of [
    { area: 'utby' },
    { area: 'nowhere' },
    { category: 'litter' as const },
    { kind: 'concern' as const },
  ])
    expect(await refsOf(other)).not.toContain(ref)
})

test('a commitment tells how many it answers, and which, as they are published, taken away and unlinked', async () => {
  const { commitmentId, slug } = await makePledge()
  const coordinator = await makeStaff('coordinator')
  const made = [await makeSubmission({ published }), await makeSubmission({ published }), await makeSubmission()]
  for (const { ref } of made) await link(coordinator, ref, [slug])
  const told = async () => {
    const voices = await voicesOf(commitmentId, 10)
    expect((await findCommitment(slug, '2026-11-23'))?.voices).toBe(voices.length)
    return voices.map(({ ref }) => ref)
  }
  await publishedOn(made[0]!.id, '2020-03-03')
  const [older, latest, hidden] = made.map(({ ref }) => ref) as [string, string, string]
  expect(await told()).toEqual([latest, older])
  expect((await findPublished(latest))?.commitmentIds).toEqual([commitmentId])
  await unpublish(coordinator, latest)
  expect(await told()).toEqual([older])
  await unlink(coordinator, hidden, slug)
  await unlink(coordinator, older, slug)
  expect(await told()).toEqual([])
})

test('an answer to the resident alone is not public', async () => {
  const { id, ref } = await makeSubmission({ published, status: 'answered' })
  await answer(id, { audience: 'resident' })
  const found = await findPublished(ref)
  expect(found?.versions).toEqual([])
  expect(found?.submission.answered).toBe(false)
})

test('the latest version comes first; of one withdrawn only the day is left', async () => {
  const { id, ref } = await makeSubmission({ published, status: 'answered' })
  await answer(id, { body: { sv: 'Namnet på någon.' }, withdrawnAt: new Date('2026-11-10T10:00:00Z') })
  await answer(id, { version: 2, body: { sv: 'Lamporna byts i vår.' } })
  const found = await findPublished(ref)
  expect(found?.versions.map(({ body, withdrawnOn }) => [body, withdrawnOn])).toEqual([
    [{ sv: 'Lamporna byts i vår.' }, null],
    [null, '2026-11-10'],
  ])
  expect(JSON.stringify(found)).not.toContain('Namnet på någon')
  expect(found?.submission.answered).toBe(true)
})
