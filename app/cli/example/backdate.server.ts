import { and, eq, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import {
  messages,
  moves,
  notes,
  responses,
  routings,
  submissionCommitments,
  submissions,
} from '#db/schema/submissions.ts'
import type { Submission } from '#db/seeds/types.ts'
import { keepDue } from '#app/domain/submissions/keep-due.server.ts'
import { daysUntilClosed } from '#app/domain/submissions/statuses.ts'
import type { Timeline } from './timeline.ts'

/** Gives everything about a submission of the example the moment at which it is told to have happened. */
export async function backdate(id: string, example: Submission, timeline: Timeline): Promise<void> {
  await as({ as: 'seed' }, async (tx) => {
    await dateSubmission(tx, id, example, timeline)
    for (const { status, at } of timeline.reached)
      await tx
        .update(moves)
        .set({ movedAt: at })
        .where(and(eq(moves.submissionId, id), eq(moves.toStatus, status)))
    for (const [index, { body }] of (example.thread ?? []).entries())
      await tx
        .update(messages)
        .set({ sentAt: timeline.messages[index]! })
        .where(and(eq(messages.submissionId, id), eq(messages.body, body)))
    await dateRest(tx, id, example, timeline)
    await keepDue(tx, id)
  })
}

/** Where it stands is dated by the last move that was made; closing comes later. */
async function dateSubmission(tx: Tx, id: string, { published }: Submission, timeline: Timeline): Promise<void> {
  const { createdAt, reached } = timeline
  const stood = reached.filter(({ status }) => status !== 'closed')
  await tx
    .update(submissions)
    .set({
      createdAt,
      statusAt: stood.at(-1)?.at ?? createdAt,
      screenedAt: reached.find(({ status }) => status === 'in_progress')?.at ?? null,
      publishedAt: published ? timeline.publishedAt : null,
    })
    .where(eq(submissions.id, id))
}

async function dateRest(tx: Tx, id: string, { response }: Submission, timeline: Timeline): Promise<void> {
  const { createdAt, notedAt, answeredAt } = timeline
  await tx.update(photos).set({ keptAt: createdAt }).where(eq(photos.submissionId, id))
  await tx.update(notes).set({ writtenAt: notedAt }).where(eq(notes.submissionId, id))
  await tx.update(submissionCommitments).set({ linkedAt: notedAt }).where(eq(submissionCommitments.submissionId, id))
  await tx.update(routings).set({ routedAt: notedAt }).where(eq(routings.submissionId, id))
  if (!response) return
  const { signedAs } = response
  await tx.update(responses).set({ givenAt: answeredAt, signedAs }).where(eq(responses.submissionId, id))
}

/** What has closed by itself did so in the night when its days were over. */
export async function backdateClosed(): Promise<void> {
  await as({ as: 'seed' }, async (tx) => {
    await tx
      .update(submissions)
      .set({ statusAt: nightAfterAnswer(submissions.id) })
      .where(and(eq(submissions.example, true), eq(submissions.status, 'closed')))
    await tx
      .update(moves)
      .set({ movedAt: nightAfterAnswer(moves.submissionId) })
      .where(eq(moves.toStatus, 'closed'))
  })
}

const nightAfterAnswer = (id: AnyColumn): SQL =>
  sql`(select max(${responses.givenAt}) from ${responses} where ${responses.submissionId} = ${id})
    + make_interval(days => ${daysUntilClosed}, hours => 13)`
