import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells, followers } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import { follow } from '#app/domain/followers/follow.server.ts'
import { followedUnderCode } from '#app/domain/followers/followed-under-code.server.ts'
import { bellsOfFollowers, followerCount } from '#app/domain/followers/followers.server.ts'
import { submitInput } from '#app/domain/submissions/input.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const published = { title: 'Trasig lampa', body: 'En lampa lyser inte.' }
const makePublished = () => makeSubmission({ status: 'in_progress', published, body: 'Min egen hemliga text.' })
const rowsOf = (submissionId: string) =>
  as({ as: 'seed' }, (tx) => tx.select().from(followers).where(eq(followers.submissionId, submissionId)))

async function followed(ref: string, more: { formToken?: string; contactEmail?: string } = {}) {
  const result = await follow({ ref, language: 'so', formToken: await formTokenOfOurs(), ...more })
  if ('refused' in result) throw new Error(result.refused)
  return { ...result, hash: await hashOfCode(result.code) }
}

const unpublish = (id: string) =>
  as({ as: 'seed' }, (tx) => tx.update(submissions).set({ publishedAt: null }).where(eq(submissions.id, id)))

test('who follows a published submission gets a code, under which she reads what is public and nothing else', async () => {
  const { id, ref } = await makePublished()
  const { code, hash } = await followed(ref)
  expect(code).toMatch(/^(\w{4}-){4}\w{4}$/)
  const read = await followedUnderCode(hash)
  expect(read).toMatchObject({ language: 'so', published: { submission: { ref, title: { sv: 'Trasig lampa' } } } })
  expect(JSON.stringify(read)).not.toContain('hemliga')
  expect(await threadUnderCode(hash)).toBeUndefined()
  expect((await auditOf(id)).at(-1)).toMatchObject({ event: 'submission-followed', staffId: null })
})

test('the same form posted ten times at once is one follower with one code', async () => {
  const { id, ref } = await makePublished()
  const formToken = await formTokenOfOurs()
  const all = await Promise.all(Array.from({ length: 10 }, () => followed(ref, { formToken })))
  expect(new Set(all.map(({ code }) => code)).size).toBe(1)
  expect(await rowsOf(id)).toHaveLength(1)
})

test('a form that follows one already is told of that one when it asks for another', async () => {
  const [first, second] = [await makePublished(), await makePublished()]
  const formToken = await formTokenOfOurs()
  await followed(first.ref, { formToken })
  expect((await followed(second.ref, { formToken })).ref).toBe(first.ref)
  expect(await rowsOf(second.id)).toEqual([])
})

test('who follows, goes back and sends the form all the same has a code for each, in either order', async () => {
  const known = await makePublished()
  const said = submitInput.parse({ kind: 'concern', category: 'lighting', body: 'Min lampa.', areaCode: '606' })
  for (const followsFirst of [true, false]) {
    const formToken = await formTokenOfOurs()
    const send = () => submit({ ...said, formToken })
    const before = followsFirst ? undefined : await send()
    const { code, hash } = await followed(known.ref, { formToken })
    const sent = before ?? (await send())
    if ('refused' in sent) throw new Error(sent.refused)
    expect(sent.code).not.toBe(code)
    expect((await threadUnderCode(await hashOfCode(sent.code)))?.submission.body).toBe('Min lampa.')
    expect(await threadUnderCode(hash)).toBeUndefined()
    expect((await followedUnderCode(hash))?.published?.submission.ref).toBe(known.ref)
  }
})

test('what is not published, not there or asked with a stale form is not followed', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const formToken = await formTokenOfOurs()
  const old = await formTokenOfOurs(Date.now() - 8 * 86_400_000)
  expect(await follow({ ref, language: 'sv', formToken })).toEqual({ refused: 'not-found' })
  expect(await follow({ ref: '0000-0000', language: 'sv', formToken })).toEqual({ refused: 'not-found' })
  const shown = await makePublished()
  expect(await follow({ ref: shown.ref, language: 'sv', formToken: old })).toEqual({ refused: 'stale-form' })
  expect(await follow({ ref: shown.ref, language: 'sv', formToken: '' })).toEqual({ refused: 'stale-form' })
})

test('what is taken away from the public is not read under the code either', async () => {
  const { id, ref } = await makePublished()
  const { hash } = await followed(ref)
  await unpublish(id)
  expect(await followedUnderCode(hash)).toMatchObject({ language: 'so', published: undefined })
})

test('nothing is followed under a code that nobody has', async () => {
  expect(await followedUnderCode(await hashOfCode('7KQ4-2M9P-0000-1111-ZZZZ'))).toBeUndefined()
})

test('an address rings once it is confirmed, and only while the public can read what is followed', async () => {
  const { id, ref } = await makePublished()
  await followed(ref, { contactEmail: 'granne@example.org' })
  await followed(ref)
  expect(await bellsOfFollowers(id)).toEqual([])
  await as({ as: 'seed' }, (tx) =>
    tx.update(bells).set({ confirmedAt: new Date() }).where(eq(bells.email, 'granne@example.org')),
  )
  expect(await bellsOfFollowers(id)).toMatchObject([{ email: 'granne@example.org', language: 'so' }])
  await unpublish(id)
  expect(await bellsOfFollowers(id)).toEqual([])
})

test('staff see how many follow, not who', async () => {
  const { id, ref } = await makePublished()
  await followed(ref)
  await followed(ref)
  const staff = await makeStaff('coordinator')
  expect(await as(staff, (tx) => followerCount(tx, id))).toBe(2)
  await expect(as(staff, (tx) => tx.select({ code: followers.codeHash }).from(followers))).rejects.toThrow()
})
