import { expect, test } from 'vitest'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

test('the same form posted twice is one submission with one code, and its thread is found by the code', async () => {
  const input = {
    kind: 'concern' as const,
    category: 'lighting' as const,
    body: 'Lampan vid gångvägen är trasig.',
    lat: undefined,
    lon: undefined,
    place: undefined,
    areaCode: '606',
    placeNote: '',
    contactEmail: undefined,
    language: 'sv',
    formToken: newFormToken(await lastingKey('form tokens')),
  }
  const [one, two] = await Promise.all([submit(input), submit(input)])
  expect(one).toEqual(two)
  if ('refused' in one) throw new Error(one.refused)
  const thread = await threadUnderCode(await hashOfCode(one.code.toLowerCase().replaceAll('-', ' ')))
  expect(thread?.submission.ref).toBe(one.ref)
  await registerSubmission(thread!.submission.id)
  const again = await threadUnderCode(await hashOfCode(one.code))
  expect(again?.submission.registrationNumber).toMatch(/^GBG-2026-\d{6}$/)
})
