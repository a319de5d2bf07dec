import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { outbox } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { linkOfBell } from '#app/domain/bells/bell-links.server.ts'
import { changeBell } from '#app/domain/bells/change-bell.server.ts'
import { confirmBell as sayYes } from '#app/domain/bells/confirm-bell.server.ts'
import { stopBell } from '#app/domain/bells/stop-bell.server.ts'
import { follow } from '#app/domain/followers/follow.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { confirmBell } from '#app/jobs/confirm-bell.server.ts'
import { messageToResident } from '#app/jobs/message-to-resident.server.ts'
import { bellMail } from '#app/mail/bell-mail.server.ts'
import { confirmMail } from '#app/mail/confirm-mail.server.ts'
import { send } from '#app/mail/send.server.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { startSmtpPeer } from '../support/smtp-peer.ts'

let smtp: Awaited<ReturnType<typeof startSmtpPeer>>
beforeAll(async () => {
  smtp = await startSmtpPeer()
})
afterAll(() => smtp.stop())

const newAddress = () => `${crypto.randomUUID()}@example.com`
const mailsTo = (...recipients: string[]) =>
  as({ as: 'seed' }, (tx) => tx.select().from(outbox).where(inArray(outbox.recipient, recipients)))
const bellAt = async (email: string) => {
  const [bell] = await as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.email, email)))
  return bell!.id
}
/** The jobs that wait with the name, about the submission or the bell. */
const jobsAbout = (name: string, id: string) =>
  as({ as: 'seed' }, async (tx) => {
    const jobs = await tx.execute<{ name: string; data: Record<string, unknown> }>('select name, data from pgboss.job')
    return jobs.filter((job) => job.name === name && Object.values(job.data).includes(id)).map(({ data }) => data)
  })

test('whoever leaves an address is asked whether it is hers, with a link and without a word of what it is about', async () => {
  const email = newAddress()
  const { ref } = await makeSubmission({ body: 'Hemlig trappa', contactEmail: email, language: 'en' })
  const bellId = await bellAt(email)
  expect(await jobsAbout('confirm-bell', bellId)).toHaveLength(1)
  const job = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await confirmBell({ bellId }, job)
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(1)
  const [{ subject, body, language } = { subject: '', body: '', language: '' }] = mails
  expect(language).toBe('en')
  expect(body).toContain(`http://localhost:3000/en/bell/${await linkOfBell(bellId)}`)
  expect(`${subject} ${body}`).not.toMatch(new RegExp(`trappa|${ref}|case|concern`, 'i'))
})

test('who has said yes or no already is not asked again', async () => {
  const [yes, no] = [newAddress(), newAddress()]
  for (const contactEmail of [yes, no]) await makeSubmission({ contactEmail })
  const [yesBell, noBell] = [await bellAt(yes), await bellAt(no)]
  await sayYes(yesBell)
  await stopBell(noBell)
  for (const bellId of [yesBell, noBell]) await confirmBell({ bellId }, crypto.randomUUID())
  expect(await mailsTo(yes, no)).toEqual([])
})

test.each(['sv', 'en', 'ar', 'so', 'xx'])(
  'the question in %s names neither police nor crime in its subject',
  async (language) => {
    const mail = confirmMail({ id: 'any', email: 'a@example.com', language }, 'secret')
    await send(smtp.url, crypto.randomUUID(), mail)
    const { subject, text } = await smtp.nextMail()
    expect(subject).toBe(mail.subject)
    expect(subject).not.toMatch(/polis|police|الشرطة|boolis|brott|crime|ärende|case|mail:/i)
    expect(text).toContain(`http://localhost:3000/${mail.language}/bell/secret`)
    expect(text).not.toMatch(/mail:|undefined/)
  },
)

test('every mail of a bell can be ended with one tap in the mail program', async () => {
  const bell = { id: 'any', email: 'a@example.com', language: 'ar' }
  for (const mail of [bellMail(bell, 'secret'), confirmMail(bell, 'secret')]) {
    await send(smtp.url, crypto.randomUUID(), mail)
    const { headerLines } = await smtp.nextMail()
    const lines = headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, ' '))
    expect(lines).toContain('List-Unsubscribe: <http://localhost:3000/ar/bell/secret>')
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  }
  await send(smtp.url, 'other', { to: 'a@example.com', subject: 'Hej', text: 'Hej', language: 'sv' })
  expect((await smtp.nextMail()).headers.has('list')).toBe(false)
})

test('a public answer rings for those who follow it too, each once and in her own language; a private one does not', async () => {
  const [own, follower, silent] = [newAddress(), newAddress(), newAddress()]
  const published = { title: 'Mörk trappa', body: 'Trappan har varit mörk.' }
  const { id, ref } = await makeSubmission({ status: 'in_progress', published, contactEmail: own })
  for (const [email, language] of [[follower, 'so'] as const, [silent, 'sv'] as const]) {
    const formToken = await formTokenOfOurs()
    const followed = await follow({ ref, formToken, language })
    await changeBell(await hashOfCode('code' in followed ? followed.code : ''), { email, language })
  }
  for (const email of [own, follower]) await sayYes(await bellAt(email))
  await messageToResident({ submissionId: id }, crypto.randomUUID())
  expect(await mailsTo(own, follower, silent)).toHaveLength(1)

  await answer(await makeStaff('coordinator'), ref, { body: { sv: 'Ljust igen.' }, audience: 'public', after: 0 })
  const [job] = await jobsAbout('message-to-resident', id)
  expect(job).toEqual({ submissionId: id, public: true })
  const jobId = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await messageToResident({ submissionId: id, public: true }, jobId)
  const mails = await mailsTo(own, follower, silent)
  expect(mails.map(({ recipient, language }) => `${recipient} ${language}`).sort()).toEqual(
    [`${own} sv`, `${own} sv`, `${follower} so`].sort(),
  )
})

test('what was taken for spam rings for nobody', async () => {
  const email = newAddress()
  const { id } = await makeSubmission({ contactEmail: email })
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ spamAt: new Date() }).where(eq(submissions.id, id)))
  const bellId = await bellAt(email)
  await confirmBell({ bellId }, crypto.randomUUID())
  await sayYes(bellId)
  await messageToResident({ submissionId: id }, crypto.randomUUID())
  expect(await mailsTo(email)).toEqual([])
})
