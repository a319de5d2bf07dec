import { expect, test } from 'vitest'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const newToken = async () => newFormToken(await lastingKey('form tokens'))
const saidIn = async (hash: string) => (await threadUnderCode(hash))!.messages.map(({ body }) => body)

test('a message posted twice is one', async () => {
  const { hash, id } = await makeSubmission()
  const form = { message: 'Det är värst vid trappan.', formToken: await newToken() }
  expect(await Promise.all([addMessage(hash, form), addMessage(hash, form)])).toEqual([{ sent: true }, { sent: true }])
  expect(await saidIn(hash)).toEqual([form.message])
  expect((await auditOf(id)).filter(({ event }) => event === 'message-received')).toHaveLength(1)
})

test('another text from the same showing of the form is a message of its own', async () => {
  const { hash } = await makeSubmission()
  const formToken = await newToken()
  await addMessage(hash, { message: 'Ett', formToken })
  await addMessage(hash, { message: 'Två', formToken })
  expect(await saidIn(hash)).toEqual(['Ett', 'Två'])
})

test('a reply to a question sets the case going again; a message at any other time does not move it', async () => {
  const waiting = await makeSubmission({ status: 'waiting_for_resident' })
  await addMessage(waiting.hash, { message: 'Den vid bron.', formToken: await newToken() })
  const asked = (await threadUnderCode(waiting.hash))!
  expect(asked.submission.status).toBe('in_progress')
  expect(asked.moves.at(-1)?.toStatus).toBe('in_progress')

  const closed = await makeSubmission({ status: 'closed' })
  await addMessage(closed.hash, { message: 'Tack!', formToken: await newToken() })
  expect((await threadUnderCode(closed.hash))!.submission.status).toBe('closed')
})

test('an unknown code and a stale form are refused, and nothing is kept', async () => {
  const { hash } = await makeSubmission()
  expect(await addMessage('no such hash', { message: 'Hej', formToken: await newToken() })).toEqual({
    refused: 'not-found',
  })
  expect(await addMessage(hash, { message: 'Hej', formToken: 'made-up' })).toEqual({ refused: 'stale-form' })
  expect(await saidIn(hash)).toEqual([])
})
