import { alias } from 'drizzle-orm/pg-core'
import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { alarms } from '#db/schema/alarms.ts'
import { childReports } from '#db/schema/child-reports.ts'
import { ratings } from '#db/schema/followers.ts'
import { photoEdits } from '#db/schema/photos.ts'
import { secrecyMarks } from '#db/schema/records.ts'
import { staff as people } from '#db/schema/staff.ts'
import { handovers, publicTexts, responses, submissions, withdrawals } from '#db/schema/submissions.ts'
import { isEarlierText } from '../submissions/earlier-texts.ts'
import { historyLine as line, type OfficersContent } from './officers-content.ts'

/**
 * What else is on record of a submission, and would be gone with its rows: how it came when somebody wrote it down, to
 * whom each answer was given, those that were withdrawn with their text, marks of secrecy, lifted ones too, why photos
 * are withheld, and whether the resident felt heard.
 */
export async function recordsOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const { name } = people
  const entered = await tx
    .select({ at: submissions.createdAt, by: name, text: submissions.channel })
    .from(submissions)
    .leftJoin(people, eq(people.id, submissions.enteredById))
    .where(and(eq(submissions.id, submissionId), ne(submissions.channel, 'web')))
  const answered = await tx
    .select({ at: responses.givenAt, by: name, text: responses.audience })
    .from(responses)
    .leftJoin(people, eq(people.id, responses.staffId))
    .where(eq(responses.submissionId, submissionId))
  const withdrawn = await tx
    .select({ at: responses.withdrawnAt, body: responses.body })
    .from(responses)
    .where(and(eq(responses.submissionId, submissionId), isNotNull(responses.withdrawnAt)))
  const rated = await tx
    .select({ at: ratings.ratedAt, text: ratings.heard })
    .from(ratings)
    .where(eq(ratings.submissionId, submissionId))
  return [
    ...entered.map(line('entered')),
    ...answered.map(line('answer')),
    ...withdrawn
      .map(({ at, body }) => line('withdrawn')({ at, by: null, text: Object.values(body).join('\n\n') }))
      .filter(({ text }) => text !== ''),
    ...(await publicVersionsOf(tx, submissionId)),
    ...rated.map(({ at, text }) => line('rating')({ at, by: null, text })),
    ...(await handoversOf(tx, submissionId)),
    ...(await alarmsOf(tx, submissionId)),
    ...(await childReportsOf(tx, submissionId)),
    ...(await marksOf(tx, submissionId)),
    ...(await withheldPhotosOf(tx, submissionId)),
  ]
}

/** Why photos are withheld. */
async function withheldPhotosOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const rows = await tx
    .select({ at: photoEdits.editedAt, by: people.name, text: photoEdits.reason })
    .from(photoEdits)
    .leftJoin(people, eq(people.id, photoEdits.staffId))
    .where(and(eq(photoEdits.submissionId, submissionId), isNotNull(photoEdits.ground)))
  return rows.map(line('photo-withheld'))
}

/** The texts that the public was shown before the one that stands, and what was withdrawn of them and of the answers, with the reason. */
async function publicVersionsOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const shown = await tx
    .select({ at: publicTexts.shownAt, title: publicTexts.title, body: publicTexts.body, by: people.name })
    .from(publicTexts)
    .leftJoin(people, eq(people.id, publicTexts.staffId))
    .where(eq(publicTexts.submissionId, submissionId))
  const [now] = await tx
    .select({ publicTitle: submissions.publicTitle, publicBody: submissions.publicBody })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  const { withdrawnAt: at, reason, texts } = withdrawals
  const taken = await tx
    .select({ at, by: people.name, reason, texts })
    .from(withdrawals)
    .leftJoin(people, eq(people.id, withdrawals.staffId))
    .where(eq(withdrawals.submissionId, submissionId))
  return [
    ...shown
      .filter((text) => isEarlierText(text, now!))
      .map(({ title, body, ...row }) => line('public-version')({ ...row, text: `${title?.sv ?? ''}\n${body?.sv}` })),
    ...taken.map(({ reason: why, texts: stood, ...row }) =>
      line('withdrawn')({ ...row, text: [...Object.values(stood), why].join('\n\n') }),
    ),
  ]
}

/** When it was handed over between the authorities, and the number that it had until then. */
async function handoversOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const rows = await tx
    .select({ at: handovers.handedOverAt, by: people.name, text: handovers.registrationNumber })
    .from(handovers)
    .leftJoin(people, eq(people.id, handovers.staffId))
    .where(eq(handovers.submissionId, submissionId))
  return rows.map(line('handover'))
}

/** When somebody said that there was danger. */
async function alarmsOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const rows = await tx
    .select({ at: alarms.raisedAt, by: people.name })
    .from(alarms)
    .leftJoin(people, eq(people.id, alarms.raisedById))
    .where(eq(alarms.submissionId, submissionId))
  return rows.map((row) => line('alarm')({ ...row, text: null }))
}

/** That a report of concern about a child was made: when, and to whom. */
async function childReportsOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const { notedAt, reportedOn, receiver } = childReports
  const rows = await tx
    .select({ at: notedAt, by: people.name, on: reportedOn, receiver })
    .from(childReports)
    .leftJoin(people, eq(people.id, childReports.staffId))
    .where(eq(childReports.submissionId, submissionId))
  return rows.map(({ at, by, on, receiver: to }) => line('child-report')({ at, by, text: `${on} ${to}` }))
}

/** Marks of secrecy: what is secret and under which law, when it was marked and, of some, lifted. */
async function marksOf(tx: Tx, submissionId: string): Promise<OfficersContent['history']> {
  const lifter = alias(people, 'lifter')
  const { what, law, markedAt, liftedAt } = secrecyMarks
  const rows = await tx
    .select({ what, law, markedAt, liftedAt, markedBy: people.name, liftedBy: lifter.name })
    .from(secrecyMarks)
    .innerJoin(people, eq(people.id, secrecyMarks.staffId))
    .leftJoin(lifter, eq(lifter.id, secrecyMarks.liftedById))
    .where(eq(secrecyMarks.submissionId, submissionId))
  return rows.flatMap((mark) => {
    const text = `${mark.what} (${mark.law})`
    const marked = line('mark')({ at: mark.markedAt, by: mark.markedBy, text })
    return mark.liftedAt ? [marked, line('lifted')({ at: mark.liftedAt, by: mark.liftedBy, text })] : [marked]
  })
}
