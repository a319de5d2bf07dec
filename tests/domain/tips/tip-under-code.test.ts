import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Viewer } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import { judgeProof } from '#app/domain/submissions/judge-proof.server.ts'
import { hashOfCode, hasThread, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { addTipMessage } from '#app/domain/tips/add-tip-message.server.ts'
import { addToTipThread } from '#app/domain/tips/add-to-tip-thread.server.ts'
import { isLeftUnopened } from '#app/domain/tips/unopened.server.ts'
import { keepTipPhoto } from '#app/domain/tips/keep-tip-photo.server.ts'
import { messagePlace, openContent, type TipMessageContent } from '#app/domain/tips/sealed-content.server.ts'
import { isTipUnderCode, tipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { makeHolders, setTips, type TestHolders } from '../../support/make-holders.ts'
import { keyByHolder, makeTip, storedMessages, storedTipPhoto, tipFormToken } from '../../support/told-tip.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { jpeg } from '../../support/pictures.ts'

let held: TestHolders
beforeAll(async () => {
  held = await makeHolders()
  await setTips('open')
})
afterAll(() => setTips('signpost'))

test('the code of a tip opens it and no other, and as a submission it is not there', async () => {
  const [one, other] = [await makeTip(), await makeTip()]
  expect(await hasThread(one.hash)).toBe(true)
  expect(await isTipUnderCode(one.hash)).toBe(true)
  expect(await threadUnderCode(one.hash)).toBeUndefined()
  expect(await tipUnderCode(one)).toMatchObject({ ref: one.ref, status: 'received', messages: [] })
  expect(await tipUnderCode({ hash: await hashOfCode('0000'), code: one.code })).toBeUndefined()
  await expect(tipUnderCode({ hash: one.hash, code: other.code })).rejects.toThrow()
  const concern = await makeSubmission()
  expect(await isTipUnderCode(concern.hash)).toBe(false)
  expect(await tipUnderCode(concern)).toBeUndefined()
})

test('a resident writes under her code, a holder reads it and answers, and she reads the answer and never her own words', async () => {
  const tip = await makeTip({ body: 'Ordet som inte visas.' })
  const formToken = await tipFormToken()
  const message = { message: 'Mer som inte visas.', formToken }
  expect(await addTipMessage(tip, message)).toEqual({ sent: true })
  expect(await addTipMessage(tip, message)).toEqual({ sent: true })
  const [stored, ...more] = await storedMessages(tip.id)
  expect(more).toEqual([])
  const key = await keyByHolder(tip.ref, held.tipsKey)
  expect(await openContent<TipMessageContent>(key, messagePlace(tip.id, 1), stored!.content)).toMatchObject({
    body: message.message,
  })

  const holder: Viewer = { as: 'tips', id: held.holders[0].staff.id, organisation: 'polisen' }
  const content = { body: 'När var det?', signedAs: { sv: 'Polisen' } }
  await as(holder, (tx) =>
    addToTipThread(tx, { tipId: tip.id, key }, { sender: 'staff', content, formTokenHash: `answer ${formToken}` }),
  )
  const shown = (await tipUnderCode(tip))!
  expect(shown.messages).toMatchObject([{ told: undefined }, { told: content }])
  expect(JSON.stringify(shown)).not.toContain('visas')
})

test('photos alone are a message, nothing at all is none, and a form of another kind is refused', async () => {
  const tip = await makeTip()
  const formToken = await tipFormToken()
  expect(await addTipMessage(tip, { message: '', formToken })).toEqual({ refused: 'message-missing' })
  const photo = await keepTipPhoto(formToken, jpeg)
  expect(await addTipMessage(tip, { message: '', formToken })).toEqual({ sent: true })
  const [message] = await storedMessages(tip.id)
  const { id } = photo as { id: string }
  expect(await storedTipPhoto(id)).toMatchObject({ tipId: tip.id, messageId: message!.id })
  expect(await addTipMessage(tip, { message: 'Hej', formToken: 'x' })).toEqual({ refused: 'stale-form' })
  const unknown = { code: tip.code, hash: await hashOfCode('1111') }
  expect(await addTipMessage(unknown, { message: 'Hej', formToken })).toEqual({ refused: 'not-found' })
})

test('messages that come at once each have a place of their own', async () => {
  const tip = await makeTip()
  const send = async (message: string) => addTipMessage(tip, { message, formToken: await tipFormToken() })
  await Promise.all(['ett', 'två', 'tre', 'fyra'].map(send))
  expect((await storedMessages(tip.id)).map(({ position }) => position)).toEqual([1, 2, 3, 4])
})

test('the proof of a tip holds, and no longer when what is stored is of something else', async () => {
  const tip = await makeTip()
  const { proof } = (await tipUnderCode(tip))!
  expect(await judgeProof(proof.line)).toBe('holds')
  expect(await judgeProof(proof.line.replace(/\w$/, (last) => (last === '0' ? '1' : '0')))).toBe('not-ours')
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(tips)
      .set({ fingerprint: 'f'.repeat(64) })
      .where(eq(tips.id, tip.id)),
  )
  expect(await judgeProof(proof.line)).toBe('differs')
})

test.each([
  ['2026-11-23', '2026-11-25T22:00:00Z', false],
  ['2026-11-23', '2026-11-26T08:00:00Z', true],
  ['2026-11-20', '2026-11-24T20:00:00Z', false],
  ['2026-11-20', '2026-11-25T08:00:00Z', true],
])('a tip of %s that nobody has opened is left unopened at %s: %s', (receivedOn, now, left) => {
  expect(isLeftUnopened({ status: 'received', receivedOn }, new Date(now))).toBe(left)
  expect(isLeftUnopened({ status: 'opened', receivedOn }, new Date(now))).toBe(false)
})
