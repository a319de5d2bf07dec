import { expect, test } from 'vitest'
import { keptAMinute } from '#app/http/kept-a-minute.server.ts'
import { submitFormParts } from '#app/http/submit-form.server.ts'

test('what is the same for everybody is asked once a minute for each language', async () => {
  const asked: string[] = []
  let time = 0
  const ask = keptAMinute(
    async (language: string) => asked.push(language),
    () => time,
  )
  await Promise.all([ask('sv'), ask('sv'), ask('ar')])
  time = 59_999
  await ask('sv')
  expect(asked).toEqual(['sv', 'ar'])
  time = 60_000
  await ask('sv')
  expect(asked).toEqual(['sv', 'ar', 'sv'])
})

test('an answer that failed is asked for again', async () => {
  let fails = true
  const ask = keptAMinute(async () => (fails ? Promise.reject(new Error('away')) : 'here'))
  await expect(ask('sv')).rejects.toThrow('away')
  fails = false
  expect(await ask('sv')).toBe('here')
})

test('each showing of the form has a token of its own, though the rest of it is kept', async () => {
  const [one, other] = [await submitFormParts('sv'), await submitFormParts('sv')]
  expect(one.groups).toBe(other.groups)
  expect(one.formToken).not.toBe(other.formToken)
})
