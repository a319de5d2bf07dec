import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { chooseNotices } from '#app/domain/notices/choose-notices.server.ts'
import { sendDigest } from '#app/jobs/send-digest.server.ts'
import { tellStaff } from '#app/jobs/tell-staff.server.ts'
import { noticeMail } from '#app/mail/notice-mail.server.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const mailsTo = (email: string) =>
  as({ as: 'seed' }, (tx) => tx.select().from(outbox).where(eq(outbox.recipient, email)))

async function caseOf(staffId: string) {
  const made = await makeSubmission({ body: 'Hemlig trappa', status: 'in_progress' })
  const own = eq(submissions.id, made.id)
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ assigneeId: staffId }).where(own))
  return made
}

test('a notice says in both languages that something has happened, and neither what nor to which case', async () => {
  const staff = await makeStaff('coordinator')
  const { email } = accountOf(staff)
  const { id, ref } = await caseOf(staff.id)
  const job = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await tellStaff({ submissionId: id, kind: 'replied' }, job)
  const mails = await mailsTo(email)
  expect(mails).toHaveLength(1)
  const text = `${mails[0]!.subject} ${mails[0]!.body}`
  expect(text).toContain('En boende har skrivit')
  expect(text).toContain('A resident has written')
  expect(text).toContain('http://localhost:3000/staff/queue?assignee=me')
  for (const said of [ref, id, 'trappa', 'GBG']) expect(text).not.toContain(said)
})

test('every happening has words of its own', () => {
  const texts = (['assigned', 'replied'] as const).map((kind) => noticeMail('a@b.example', kind).subject)
  expect(new Set(texts).size).toBe(texts.length)
  for (const text of texts) expect(text).not.toContain('notices:')
})

test('what waited is told in one digest, once', async () => {
  const staff = await makeStaff('coordinator')
  await chooseNotices(staff, { assigned: 'digest', replied: 'digest', due: 'never' })
  for (const kind of ['assigned', 'replied', 'replied'] as const)
    await tellStaff({ submissionId: (await caseOf(staff.id)).id, kind }, crypto.randomUUID())
  const { email } = accountOf(staff)
  expect(await mailsTo(email)).toEqual([])
  for (let day = 0; day < 2; day++) await sendDigest({ staffId: staff.id }, crypto.randomUUID())
  // What others are late with she may hear of on both days.
  const mails = (await mailsTo(email)).filter(({ body }) => body.includes('assignee=me'))
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain('1 ärende har blivit ditt')
  expect(mails[0]!.body).toContain('in 2 cases residents have written')
})
