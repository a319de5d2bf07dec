import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { outbox } from '#db/schema/records.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import { bookingChanged } from '#app/jobs/booking-changed.server.ts'
import { messageToResident } from '#app/jobs/message-to-resident.server.ts'
import { signedUp } from '../support/bookings.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { makeDialogue } from '../support/make-dialogue.ts'

const kept = (id: string) => as({ as: 'seed' }, (tx) => tx.select().from(outbox).where(eq(outbox.id, id)))

async function submitted(contactEmail: string | undefined) {
  const result = await submit({
    ...{ kind: 'concern', category: 'lighting', body: 'Lampan är trasig.', areaCode: '606', placeNote: '' },
    ...{ lat: undefined, lon: undefined, place: undefined, contactEmail, language: 'so' },
    formToken: await formTokenOfOurs(),
  } as const)
  if ('refused' in result) throw new Error(result.refused)
  return { ref: result.ref, id: (await threadUnderCode(await hashOfCode(result.code)))!.submission.id }
}

test('without a mail server a mail is kept once for staff to read', async () => {
  const { slug } = await makeDialogue()
  const booking = await findBooking((await signedUp(slug, { email: 'z@example.com', language: 'en' })).token)
  const job = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await bookingChanged({ bookingId: booking!.id, change: 'booked' }, job)
  expect(await kept(job)).toMatchObject([
    {
      recipient: 'z@example.com',
      language: 'en',
      subject: expect.stringMatching(/^You have a seat: Talk in the park/),
    },
  ])
})

const confirm = (submissionId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx.update(bells).set({ confirmedAt: new Date() }).where(eq(bells.submissionId, submissionId)),
  )

test('the bell is silent until the address is confirmed', async () => {
  const { id } = await submitted('z@example.com')
  const job = crypto.randomUUID()
  await messageToResident({ submissionId: id }, job)
  expect(await kept(job)).toEqual([])
})

test('the bell rings for a resident who confirmed her address, without a word of what it is about', async () => {
  const { id, ref } = await submitted('z@example.com')
  await confirm(id)
  const job = crypto.randomUUID()
  await messageToResident({ submissionId: id }, job)
  const [mail] = await kept(job)
  expect(mail).toMatchObject({ recipient: 'z@example.com', language: 'so' })
  expect(JSON.stringify(mail)).not.toContain(ref)
  expect(mail!.body).not.toContain('Lampan')
})

test('the bell does not ring where no address was left', async () => {
  const { id } = await submitted(undefined)
  const job = crypto.randomUUID()
  await messageToResident({ submissionId: id }, job)
  expect(await kept(job)).toEqual([])
})
