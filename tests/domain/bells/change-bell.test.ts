import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { changeBell } from '#app/domain/bells/change-bell.server.ts'
import { confirmBell } from '#app/domain/bells/confirm-bell.server.ts'
import { findBellUnderCode } from '#app/domain/bells/bell-under-code.server.ts'
import { stopBell } from '#app/domain/bells/stop-bell.server.ts'
import { withdrawBell } from '#app/domain/bells/withdraw-bell.server.ts'
import { follow } from '#app/domain/followers/follow.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const idOf = async (submissionId: string) => {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.submissionId, submissionId)))
  return row?.id
}

test('an address that is added later waits to be confirmed, and then rings', async () => {
  const { id, hash } = await makeSubmission()
  expect(await findBellUnderCode(hash)).toBeUndefined()
  await changeBell(hash, { email: 'amina@example.com', language: 'so' })
  expect(await findBellUnderCode(hash)).toEqual({ email: 'amina@example.com', confirmed: false })
  expect(await confirmBell((await idOf(id))!)).toEqual({ confirmed: true })
  expect(await findBellUnderCode(hash)).toEqual({ email: 'amina@example.com', confirmed: true })
})

test('a new address must be confirmed anew, and no link to the old one confirms it', async () => {
  const { id, hash } = await makeSubmission({ contactEmail: 'old@example.com' })
  const old = (await idOf(id))!
  await confirmBell(old)
  await changeBell(hash, { email: 'new@example.com', language: 'sv' })
  expect(await confirmBell(old)).toBeUndefined()
  expect(await findBellUnderCode(hash)).toEqual({ email: 'new@example.com', confirmed: false })
})

test('the same address given again stays as it is', async () => {
  const { id, hash } = await makeSubmission({ contactEmail: 'amina@example.com' })
  await confirmBell((await idOf(id))!)
  expect(await changeBell(hash, { email: 'amina@example.com', language: 'sv' })).toEqual({ asked: false })
  expect(await findBellUnderCode(hash)).toEqual({ email: 'amina@example.com', confirmed: true })
})

test('who follows somebody else\u2019s has a bell of her own', async () => {
  const { id, ref } = await makeSubmission({
    published: { title: 'Mörkt', body: 'Lampan är trasig.' },
    contactEmail: 'one@example.com',
  })
  const formToken = await formTokenOfOurs()
  const followed = await follow({ ref, formToken, language: 'sv' })
  const hash = await hashOfCode('code' in followed ? followed.code : '')
  await changeBell(hash, { email: 'two@example.com', language: 'sv' })
  expect(await findBellUnderCode(hash)).toEqual({ email: 'two@example.com', confirmed: false })
  await withdrawBell(hash)
  expect(await findBellUnderCode(hash)).toBeUndefined()
  expect(await idOf(id)).toBeDefined()
})

test('the link in a mail stops it, once and for good, and the address is gone', async () => {
  const { id, hash } = await makeSubmission({ contactEmail: 'amina@example.com' })
  const bellId = (await idOf(id))!
  await stopBell(bellId)
  await stopBell(bellId)
  expect(await findBellUnderCode(hash)).toBeUndefined()
  expect(await confirmBell(bellId)).toBeUndefined()
  const kept = await as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.email, 'amina@example.com')))
  expect(kept.filter((bell) => bell.id === bellId)).toEqual([])
})

test('contact details are withdrawn at any time, whatever has become of the case', async () => {
  for (const status of ['received', 'answered', 'closed', 'redirected'] as const) {
    const { hash } = await makeSubmission({ contactEmail: 'amina@example.com', status })
    expect(await withdrawBell(hash)).toEqual({ withdrawn: true })
    expect(await withdrawBell(hash)).toEqual({ withdrawn: true })
    expect(await findBellUnderCode(hash)).toBeUndefined()
  }
})

test('without a code nothing is hung up or taken away', async () => {
  expect(await changeBell('no such hash', { email: 'x@example.com', language: 'sv' })).toEqual({ refused: 'not-found' })
  expect(await withdrawBell('no such hash')).toEqual({ refused: 'not-found' })
})
