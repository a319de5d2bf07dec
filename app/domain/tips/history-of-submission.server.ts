import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { commitments } from '#db/schema/commitments.ts'
import { routingRules } from '#db/schema/rules.ts'
import { organisations, staff as people } from '#db/schema/staff.ts'
import { moves, notes, routings, submissionCommitments, submissions } from '#db/schema/submissions.ts'
import { historyLine as line, type OfficersContent } from './officers-content.ts'
import { recordsOf } from './records-of-submission.server.ts'

type Line = OfficersContent['history'][number]

/**
 * What staff wrote and did with a submission, the oldest first: notes, moves, routings, links, its public text, and what
 * `recordsOf` finds.
 */
export async function historyOf(tx: Tx, submissionId: string): Promise<Line[]> {
  const { name } = people
  const noted = await tx
    .select({ at: notes.writtenAt, by: name, text: notes.body })
    .from(notes)
    .leftJoin(people, eq(people.id, notes.staffId))
    .where(eq(notes.submissionId, submissionId))
  const moved = await tx
    .select({
      ...{ at: moves.movedAt, by: name, to: moves.toStatus },
      text: sql<string>`concat_ws(E'\\n', ${moves.outside}, nullif(${moves.reason}, ''))`,
    })
    .from(moves)
    .leftJoin(people, eq(people.id, moves.staffId))
    .where(eq(moves.submissionId, submissionId))
  const routed = await tx
    .select({ at: routings.routedAt, by: name, to: organisations.name, text: routings.rewrittenBody })
    .from(routings)
    .innerJoin(organisations, eq(organisations.slug, routings.organisation))
    .leftJoin(people, eq(people.id, routings.staffId))
    .where(eq(routings.submissionId, submissionId))
  const ruled = await tx
    .select({ at: submissions.ruledAt, to: routingRules.name })
    .from(submissions)
    .innerJoin(routingRules, eq(routingRules.id, submissions.ruleId))
    .where(eq(submissions.id, submissionId))
  const linked = await tx
    .select({ at: submissionCommitments.linkedAt, by: name, title: commitments.title })
    .from(submissionCommitments)
    .innerJoin(commitments, eq(commitments.id, submissionCommitments.commitmentId))
    .leftJoin(people, eq(people.id, submissionCommitments.staffId))
    .where(eq(submissionCommitments.submissionId, submissionId))
  const published = await tx
    .select({ at: submissions.publishedAt, title: submissions.publicTitle, body: submissions.publicBody })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  return [
    ...noted.map(line('note')),
    ...moved.map(line('move')),
    ...routed.map(line('routing')),
    ...ruled.map((row) => line('rule')({ ...row, by: null, text: null })),
    ...linked.map(({ title, ...row }) => line('link')({ ...row, to: title.sv, text: null })),
    ...published
      .filter(({ body }) => body)
      .map(({ at, title, body }) => line('public')({ at, by: null, text: `${title?.sv ?? ''}\n${body?.sv ?? ''}` })),
    ...(await recordsOf(tx, submissionId)),
  ].sort((one, other) => one.at.localeCompare(other.at))
}
