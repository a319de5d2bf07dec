import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { formHashOf } from '#app/domain/photos/photos-of-form.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const saidIn = async (hash: string) => (await threadUnderCode(hash))!.messages.map(({ body }) => body)

test('a message posted twice is one', async () => {
  const { hash, id } = await makeSubmission()
  const form = { message: 'Det är värst vid trappan.', formToken: await formTokenOfOurs() }
  expect(await Promise.all([addMessage(hash, form), addMessage(hash, form)])).toEqual([{ sent: true }, { sent: true }])
  expect(await saidIn(hash)).toEqual([form.message])
  expect((await auditOf(id)).filter(({ event }) => event === 'message-received')).toHaveLength(1)
})

test('another text from the same showing of the form is a message of its own', async () => {
  const { hash } = await makeSubmission()
  const formToken = await formTokenOfOurs()
  await addMessage(hash, { message: 'Ett', formToken })
  await addMessage(hash, { message: 'Två', formToken })
  expect(await saidIn(hash)).toEqual(['Ett', 'Två'])
})

test('a reply to a question sets the case going again; a message at any other time does not move it', async () => {
  const waiting = await makeSubmission({ status: 'waiting_for_resident' })
  await addMessage(waiting.hash, { message: 'Den vid bron.', formToken: await formTokenOfOurs() })
  const asked = (await threadUnderCode(waiting.hash))!
  expect(asked.submission.status).toBe('in_progress')
  expect(asked.moves.at(-1)?.toStatus).toBe('in_progress')

  const closed = await makeSubmission({ status: 'closed' })
  await addMessage(closed.hash, { message: 'Tack!', formToken: await formTokenOfOurs() })
  expect((await threadUnderCode(closed.hash))!.submission.status).toBe('closed')
})

test('an unknown code and a stale form are refused, and nothing is kept', async () => {
  const { hash } = await makeSubmission()
  expect(await addMessage('no such hash', { message: 'Hej', formToken: await formTokenOfOurs() })).toEqual({
    refused: 'not-found',
  })
  expect(await addMessage(hash, { message: 'Hej', formToken: 'made-up' })).toEqual({ refused: 'stale-form' })
  expect(await saidIn(hash)).toEqual([])
})

test('photos alone are a message, and those of one posted twice are all there', async () => {
  const { hash } = await makeSubmission({ status: 'waiting_for_resident' })
  const formToken = await formTokenOfOurs()
  expect(await addMessage(hash, { message: '', formToken })).toEqual({ refused: 'message-missing' })
  await waitingPhoto(formToken)
  expect(await addMessage(hash, { message: '', formToken })).toEqual({ sent: true })
  await waitingPhoto(formToken)
  await addMessage(hash, { message: '', formToken })
  const { messages, photos: shown, submission } = (await threadUnderCode(hash))!
  expect(messages.map(({ body }) => body)).toEqual([''])
  expect(shown.map(({ messageId }) => messageId)).toEqual([messages[0]?.id, messages[0]?.id])
  expect(submission.status).toBe('in_progress')
})

/** A photo that waits for a form; what it shows does not matter here. */
async function waitingPhoto(formToken: string): Promise<void> {
  const formHash = await formHashOf(formToken)
  const photo = { formHash, width: 1, height: 1, digest: crypto.randomUUID(), sealed: new Uint8Array([1]) }
  await as({ as: 'resident', formHash }, (tx) => tx.insert(photos).values(photo))
}
