import { expect, test } from 'vitest'
import { keepMail } from '#app/domain/records/keep-mail.server.ts'
import * as route from '#app/routes/staff.outbox.tsx'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'

const open = async (role: 'admin' | 'officer' | 'coordinator') =>
  get(route, '/staff/outbox', { cookie: await cookieOf(await makeStaff(role)) })

test('an administrator reads the mail that was kept; other roles do not, and a stranger is sent to sign in', async () => {
  const id = crypto.randomUUID()
  await keepMail(id, { to: 'z@example.com', subject: '<b>Hej</b>', text: 'Rad ett\nRad två', language: 'ar' })
  const { data } = await open('admin')
  const { mails } = data as { mails: { id: string }[] }
  expect(mails.find((mail) => mail.id === id)).toMatchObject({
    ...{ recipient: 'z@example.com', subject: '<b>Hej</b>', body: 'Rad ett\nRad två', language: 'ar' },
  })
  for (const role of ['officer', 'coordinator'] as const) expect((await open(role)).status).toBe(403)
  const stranger = await get(route, '/staff/outbox')
  expect(stranger.headers.get('Location')).toBe('/staff/sign-in')
})
