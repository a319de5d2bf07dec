import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { submissions } from '#db/schema/submissions.ts'
import { formHashOf } from '#app/domain/photos/photos-of-form.server.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import type { SubmitInput } from '#app/domain/submissions/input.server.ts'
import { judgeProof } from '#app/domain/submissions/judge-proof.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { proofUnderCode } from '#app/domain/submissions/proof.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const lineOf = async (hash: string) => (await proofUnderCode(hash))!.line
const digest = (letter: string) => letter.repeat(64)

async function keepPhoto(formToken: string, letter: string): Promise<void> {
  const formHash = await formHashOf(formToken)
  const photo = { formHash, width: 1, height: 1, digest: digest(letter), sealed: new Uint8Array([1]) }
  await as({ as: 'resident', formHash }, (tx) => tx.insert(photos).values(photo))
}

test('the receipt proves what was received and when, whatever has happened to the case since', async () => {
  const { hash, ref } = await makeSubmission({ body: 'Lampan är trasig. 🙂', lat: 57.7812, lon: 12.0331 })
  const line = await lineOf(hash)
  expect(line).toMatch(
    new RegExp(`^NORDOST ${ref} \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ [\\da-f]{64} [\\dA-Z]{20}$`),
  )
  expect(await judgeProof(line)).toBe('holds')
  await addMessage(hash, { message: 'Det är värst vid trappan.', formToken: await formTokenOfOurs() })
  await move(await makeStaff('coordinator'), ref, { from: 'received', to: 'screening' })
  expect(await lineOf(hash)).toBe(line)
  expect(await judgeProof(line)).toBe('holds')
})

test('photos that were sent along are proved too, those that came later are not', async () => {
  const formToken = await formTokenOfOurs()
  await keepPhoto(formToken, 'a')
  await keepPhoto(formToken, 'b')
  const input: SubmitInput = {
    kind: 'concern',
    category: 'lighting',
    ...{ body: 'Lampan är trasig.', areaCode: '606', placeNote: '', language: 'sv' },
    ...{ lat: undefined, lon: undefined, place: undefined, contactEmail: undefined, formToken },
  }
  const made = await submit(input)
  const hash = await hashOfCode('code' in made ? made.code : '')
  const line = await lineOf(hash)
  expect(await judgeProof(line)).toBe('holds')
  const later = await formTokenOfOurs()
  await keepPhoto(later, 'c')
  await addMessage(hash, { message: '', formToken: later })
  await keepPhoto(formToken, 'd')
  await submit(input)
  expect(await judgeProof(line)).toBe('holds')
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(photos)
      .set({ digest: digest('e') })
      .where(eq(photos.digest, digest('a'))),
  )
  expect(await judgeProof(line)).toBe('differs')
})

test('who sends in a guess of what somebody wrote cannot tell from the two proofs that it was right', async () => {
  const [one, guess] = [await makeSubmission({ body: 'Mörkt.' }), await makeSubmission({ body: 'Mörkt.' })]
  const printOf = async ({ hash }: { hash: string }) => /[\da-f]{64}/.exec(await lineOf(hash))![0]
  expect(await printOf(guess)).not.toBe(await printOf(one))
})

test.each([
  ['the text', { body: 'Något helt annat.' }],
  ['the place', { lat: 57.7, lon: 12 }],
  ['the time', { createdAt: new Date('2026-01-01') }],
])('if %s is changed in the database, the proof shows it', async (_, change) => {
  const { id, hash } = await makeSubmission()
  const line = await lineOf(hash)
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set(change).where(eq(submissions.id, id)))
  expect(await judgeProof(line)).toBe('differs')
})

test('a line about something that is no more is still known as ours', async () => {
  const { id, hash } = await makeSubmission()
  const line = await lineOf(hash)
  await as({ as: 'seed' }, (tx) => tx.delete(submissions).where(eq(submissions.id, id)))
  expect(await judgeProof(line)).toBe('differs')
})

test('a line that was altered, made up or cut is not ours', async () => {
  const { hash, ref } = await makeSubmission()
  const line = await lineOf(hash)
  const other = await makeSubmission()
  for (const wrong of [
    line.replace(ref, other.ref),
    line.slice(0, -1),
    '',
    'NORDOST',
    "' or 1=1 --",
    '🙂'.repeat(5000),
  ])
    expect(await judgeProof(wrong)).toBe('not-ours')
})

test('who follows somebody else\u2019s, or has no code, has no proof', async () => {
  expect(await proofUnderCode('no such hash')).toBeUndefined()
})
