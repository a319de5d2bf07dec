import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { chooseNotices } from '#app/domain/notices/choose-notices.server.ts'
import { findDigest } from '#app/domain/notices/find-digest.server.ts'
import { ownNoticeWays } from '#app/domain/notices/notice-choices.server.ts'
import { takeRouted } from '#app/domain/notices/take-routed.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { unroute } from '#app/domain/submissions/unroute.server.ts'
import { sendDigest } from '#app/jobs/send-digest.server.ts'
import { tellOrganisation } from '#app/jobs/tell-organisation.server.ts'
import { accountOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' as const }
const faltenheten = 'faltenheten'
const mailsTo = (email: string) => as(seed, (tx) => tx.select().from(outbox).where(eq(outbox.recipient, email)))
const jobsOf = (submissionId: string) =>
  as(seed, (tx) =>
    tx.execute<{ organisation: string }>(sql`
      select data->>'organisation' as organisation from pgboss.job
      where name = 'tell-organisation' and data->>'submissionId' = ${submissionId}`),
  )

test('those of the organisation who chose it are told at once that a case came, and not of what', async () => {
  const coordinator = await makeStaff('coordinator')
  const [told, silent, limited] = [
    await makeStaff('partner', faltenheten),
    await makeStaff('partner', faltenheten),
    await makeStaff('partner', faltenheten, ['611']),
  ]
  for (const staff of [told, limited]) expect(await chooseNotices(staff, { routed: 'at-once' })).toMatchObject({})
  await chooseNotices(silent, { routed: 'never' })
  const { id, ref } = await makeSubmission({ status: 'in_progress', body: 'Hemlig trappa' })
  await route(coordinator, ref, { organisation: faltenheten })
  expect(await jobsOf(id)).toEqual([{ organisation: faltenheten }])
  // What is rewritten or sent once more is not new.
  await route(coordinator, ref, { organisation: faltenheten })
  expect(await jobsOf(id)).toHaveLength(1)

  const job = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await tellOrganisation({ submissionId: id, organisation: faltenheten }, job)
  const mails = await mailsTo(accountOf(told).email)
  expect(mails).toHaveLength(1)
  const text = `${mails[0]!.subject} ${mails[0]!.body}`
  expect(text).toContain('Ett nytt ärende har kommit till din organisation')
  expect(text).toContain('http://localhost:3000/staff/queue')
  for (const said of [ref, id, 'trappa', 'GBG', 'Belysning']) expect(text).not.toContain(said)
  for (const staff of [silent, limited, coordinator]) expect(await mailsTo(accountOf(staff).email)).toEqual([])
})

test('what is not screened yet is told of when it is, since only then it can be read', async () => {
  const coordinator = await makeStaff('coordinator')
  const { id, ref } = await makeSubmission({ status: 'screening' })
  await route(coordinator, ref, { organisation: faltenheten })
  expect(await jobsOf(id)).toEqual([])
  const partner = await makeStaff('partner', faltenheten)
  await chooseNotices(partner, { routed: 'at-once' })
  expect(await takeRouted(crypto.randomUUID(), { submissionId: id, organisation: faltenheten })).toEqual([])
  await move(coordinator, ref, { from: 'screening', to: 'in_progress' })
  expect(await jobsOf(id)).toEqual([{ organisation: faltenheten }])
  expect(await takeRouted(crypto.randomUUID(), { submissionId: id, organisation: faltenheten })).toContain(
    accountOf(partner).email,
  )
})

test('who has chosen nothing hears of it in the morning, once, unless it has been taken back', async () => {
  const coordinator = await makeStaff('coordinator')
  const partner = await makeStaff('partner', faltenheten)
  expect(await ownNoticeWays(partner)).toEqual({ routed: 'digest' })
  const routed = async () => {
    const { id, ref } = await makeSubmission({ status: 'in_progress' })
    await route(coordinator, ref, { organisation: faltenheten })
    const job = crypto.randomUUID()
    for (let time = 0; time < 2; time++) await takeRouted(job, { submissionId: id, organisation: faltenheten })
    return ref
  }
  await routed()
  const back = await routed()
  expect((await findDigest(partner.id))?.counts.routed).toBe(2)
  await unroute(coordinator, back, faltenheten)
  expect((await findDigest(partner.id))?.counts).toEqual({ assigned: 0, replied: 0, due: 0, late: 0, routed: 1 })
  for (let day = 0; day < 2; day++) await sendDigest({ staffId: partner.id }, crypto.randomUUID())
  const mails = await mailsTo(accountOf(partner).email)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain('1 nytt ärende har kommit till din organisation')
})

test('of spam, and of what is routed there no more, nobody is told; a company chooses for itself as others do', async () => {
  const coordinator = await makeStaff('coordinator')
  const company = await makeStaff('partner')
  const { organisation } = company
  expect(await chooseNotices(company, { routed: 'at-once' })).toMatchObject({ chosen: { routed: 'at-once' } })
  expect(await ownNoticeWays(company)).toEqual({ routed: 'at-once' })
  const { id, ref } = await makeSubmission({ status: 'in_progress' })
  await route(coordinator, ref, { organisation, rewrittenBody: 'En lampa är trasig.' })
  const taken = () => takeRouted(crypto.randomUUID(), { submissionId: id, organisation })
  expect(await taken()).toContain(accountOf(company).email)
  await as(seed, (tx) => tx.update(submissions).set({ spamAt: new Date() }).where(eq(submissions.id, id)))
  expect(await taken()).toEqual([])
  await as(seed, (tx) => tx.update(submissions).set({ spamAt: null }).where(eq(submissions.id, id)))
  await unroute(coordinator, ref, organisation)
  expect(await taken()).toEqual([])
})
