import { expect, test, vi } from 'vitest'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'

vi.hoisted(() => {
  process.env.BASE_URL = 'https://nordost.example'
})

test('where the portal is reached over https, the session is sent over nothing else', async () => {
  const { email, password } = accountOf(await makeStaff('officer'))
  const signedIn = await signIn(email, password)
  if ('refused' in signedIn) throw new Error(signedIn.refused)
  const cookie = signedIn.cookies.find((one) => one.includes('session_token='))
  expect(cookie).toMatch(/^__Secure-staff\.session_token=/)
  expect(cookie).toMatch(/; Secure/)
})
