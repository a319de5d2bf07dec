import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { auditLines } from '#db/schema/records.ts'
import { changeBell } from '#app/domain/bells/change-bell.server.ts'
import { confirmBell } from '#app/domain/bells/confirm-bell.server.ts'
import { eraseUnconfirmedBells } from '#app/domain/bells/erase-unconfirmed-bells.server.ts'
import { findBellUnderCode } from '#app/domain/bells/bell-under-code.server.ts'
import { follow } from '#app/domain/followers/follow.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const day = 24 * 60 * 60 * 1000

/** An address that was left so long ago, and the code it hangs under, given as its hash. */
async function leftAddress(ago: number) {
  const email = `${crypto.randomUUID()}@example.com`
  const { hash } = await makeSubmission({ contactEmail: email })
  return { hash, email, bellId: await askedAgo(email, ago) }
}

const askedAgo = (email: string, ago: number) =>
  as({ as: 'seed' }, async (tx) => {
    const askedAt = new Date(Date.now() - ago)
    const [bell] = await tx.update(bells).set({ askedAt }).where(eq(bells.email, email)).returning({ id: bells.id })
    return bell!.id
  })

const erase = () => as(worker, (tx) => eraseUnconfirmedBells(tx, new Date()))

test('an address that nobody has confirmed within seven days is erased, and that is put on record', async () => {
  const old = await leftAddress(7 * day + 60_000)
  for (let night = 0; night < 2; night++) await erase()
  expect(await findBellUnderCode(old.hash)).toBeUndefined()
  expect(await confirmBell(old.bellId)).toBeUndefined()
  const lines = await as({ as: 'seed' }, (tx) =>
    tx
      .select()
      .from(auditLines)
      .where(eq(auditLines.subject, `bell:${old.bellId}`)),
  )
  expect(lines.filter(({ event }) => event === 'bell-erased')).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain(old.email)
})

test('within seven days it still waits, and once confirmed it stays', async () => {
  const waits = await leftAddress(7 * day - 60_000)
  const rings = await leftAddress(100 * day)
  await confirmBell(rings.bellId)
  await erase()
  expect(await findBellUnderCode(waits.hash)).toEqual({ email: waits.email, confirmed: false })
  expect(await findBellUnderCode(rings.hash)).toEqual({ email: rings.email, confirmed: true })
})

test('the address of who follows somebody else\u2019s is erased too, and she may leave one again', async () => {
  const { ref } = await makeSubmission({ published: { title: 'Mörkt', body: 'Lampan är trasig.' } })
  const followed = await follow({ ref, formToken: await formTokenOfOurs(), language: 'sv' })
  const hash = await hashOfCode('code' in followed ? followed.code : '')
  const email = `${crypto.randomUUID()}@example.com`
  await changeBell(hash, { email, language: 'sv' })
  await askedAgo(email, 8 * day)
  await erase()
  expect(await findBellUnderCode(hash)).toBeUndefined()
  expect(await changeBell(hash, { email, language: 'sv' })).toEqual({ asked: true })
  expect(await findBellUnderCode(hash)).toEqual({ email, confirmed: false })
})
