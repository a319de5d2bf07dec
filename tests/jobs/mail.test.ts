import { afterAll, beforeAll, expect, test } from 'vitest'
import { bellMail } from '#app/mail/bell-mail.server.ts'
import { reminderMail } from '#app/mail/reminder-mail.server.ts'
import { send } from '#app/mail/send.server.ts'
import { startSmtpPeer } from '../support/smtp-peer.ts'

let smtp: Awaited<ReturnType<typeof startSmtpPeer>>
beforeAll(async () => {
  smtp = await startSmtpPeer()
})
afterAll(() => smtp.stop())

test('no line end in a subject begins a header of its own', async () => {
  const subject = 'Hej\r\nBcc: other@example.com\u2028X: y\n\nbody <script>'
  expect(await send(smtp.url, 'one', { to: 'a@example.com', subject, text: 'Hej 🎈', language: 'sv' })).toBe(true)
  const mail = await smtp.nextMail()
  expect(mail.subject).toBe('Hej Bcc: other@example.com X: y body <script>')
  expect(mail.bcc).toBeUndefined()
  expect(mail.headers.has('x')).toBe(false)
  expect(mail.text).toBe('Hej 🎈\n')
  expect(mail.html).toBe(false)
  expect(mail.messageId).toBe('<one@localhost>')
})

test('a mail to staff names both languages that it is written in', async () => {
  await send(smtp.url, 'staff', reminderMail('officer@police.example'))
  const { headers, subject } = await smtp.nextMail()
  expect(headers.get('content-language')).toBe('sv, en')
  expect(subject).toBe('Det finns något att öppna / There is something to open')
})

test('an address never becomes two', async () => {
  const both = 'a@example.com, b@example.com'
  await send(smtp.url, 'two', { to: both, subject: 'Hej', text: 'Hej', language: 'sv' }).catch(() => {})
  for (const { to } of smtp.mails.splice(0)) expect(to).not.toMatchObject({ value: [{}, {}] })
  expect(smtp.recipients).not.toContain('b@example.com')
})

test.each(['sv', 'en', 'ar', 'so', 'xx'])(
  'the bell says in %s that there is something new, and nothing about what',
  async (tag) => {
    const mail = bellMail({ id: 'any', email: 'a@example.com', language: tag }, 'secret')
    await send(smtp.url, `bell-${tag}`, mail)
    const { subject, text } = await smtp.nextMail()
    expect(subject).toBe(mail.subject)
    expect(text).toContain(`http://localhost:3000/${mail.language}/follow`)
    expect(text).toContain('112')
    expect(`${subject} ${text}`).not.toMatch(/tips|ärende|idé|\b(tip|concern|idea|case)\b|mail:|undefined/i)
  },
)
