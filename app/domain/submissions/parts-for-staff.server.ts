import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { commitments } from '#db/schema/commitments.ts'
import { prepared } from '#db/prepared.server.ts'
import { ratings } from '#db/schema/followers.ts'
import { routingRules } from '#db/schema/rules.ts'
import { organisations, staff as people } from '#db/schema/staff.ts'
import {
  handovers,
  messages,
  moves,
  notes,
  responses,
  routings,
  submissionCommitments,
} from '#db/schema/submissions.ts'

/** What resident and staff have written to each other, the oldest first. */
export const threadOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({
        ...{ id: messages.id, sender: messages.sender, signedAs: messages.signedAs },
        ...{ body: messages.body, sentAt: messages.sentAt },
      })
      .from(messages)
      .where(eq(messages.submissionId, submissionId))
      .orderBy(asc(messages.sentAt), asc(messages.id)),
  )

/** The moves that were made, the oldest first. */
export const movesOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({
        ...{ toStatus: moves.toStatus, reason: moves.reason, outside: moves.outside },
        ...{ movedAt: moves.movedAt, byName: people.name },
      })
      .from(moves)
      .leftJoin(people, eq(people.id, moves.staffId))
      .where(eq(moves.submissionId, submissionId))
      .orderBy(asc(moves.movedAt), asc(moves.id)),
  )

/** When it was handed over from one authority to the other, the oldest first. */
export const handoversOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({
        ...{ from: handovers.fromAuthority, to: handovers.toAuthority },
        ...{ registrationNumber: handovers.registrationNumber, at: handovers.handedOverAt },
      })
      .from(handovers)
      .where(eq(handovers.submissionId, submissionId))
      .orderBy(asc(handovers.handedOverAt)),
  )

/** The notes of one's own organisation, and those of others that were shared, where these may be read. */
export const notesOf = (
  tx: Tx,
  submissionId: string,
  { organisation, shared }: { organisation: string; shared: boolean },
) =>
  prepared(
    tx
      .select({
        id: notes.id,
        organisation: notes.organisation,
        organisationName: organisations.name,
        byName: people.name,
        body: notes.body,
        sharedAt: notes.sharedAt,
        writtenAt: notes.writtenAt,
      })
      .from(notes)
      .innerJoin(organisations, eq(organisations.slug, notes.organisation))
      .leftJoin(people, eq(people.id, notes.staffId))
      .where(
        and(
          eq(notes.submissionId, submissionId),
          or(eq(notes.organisation, organisation), shared ? isNotNull(notes.sharedAt) : undefined),
        ),
      )
      .orderBy(asc(notes.writtenAt)),
  )

/** The commitments it is linked to. */
export const commitmentsOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({ slug: commitments.slug, number: commitments.number, title: commitments.title })
      .from(submissionCommitments)
      .innerJoin(commitments, eq(commitments.id, submissionCommitments.commitmentId))
      .where(eq(submissionCommitments.submissionId, submissionId))
      .orderBy(asc(commitments.number)),
  )

/** The organisations it was routed to, with the text that each got. */
export const routingsOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({
        organisation: routings.organisation,
        organisationName: organisations.name,
        rewrittenBody: routings.rewrittenBody,
        routedAt: routings.routedAt,
      })
      .from(routings)
      .innerJoin(organisations, eq(organisations.slug, routings.organisation))
      .where(eq(routings.submissionId, submissionId))
      .orderBy(asc(organisations.name)),
  )

/** What the rule is called that took it when it came in. */
export async function ruleOf(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await prepared(tx.select({ name: routingRules.name }).from(routingRules).where(eq(routingRules.id, id)))
  return row?.name
}

/** The company that a rule proposes to route it to. */
export async function proposalOf(tx: Tx, slug: string) {
  const [row] = await tx
    .select({ slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.slug, slug))
  return row
}

/** The versions of the answer, newest first; what was given to the resident alone only where the original is read. */
export const responsesOf = (tx: Tx, submissionId: string, all: boolean) =>
  prepared(
    tx
      .select({
        version: responses.version,
        audience: responses.audience,
        body: responses.body,
        staleIn: responses.staleIn,
        signedAs: responses.signedAs,
        byName: people.name,
        givenAt: responses.givenAt,
        withdrawnAt: responses.withdrawnAt,
      })
      .from(responses)
      .leftJoin(people, eq(people.id, responses.staffId))
      .where(and(eq(responses.submissionId, submissionId), all ? undefined : eq(responses.audience, 'public')))
      .orderBy(desc(responses.version)),
  )

/** Whether the resident felt heard by each version of the answer. */
export const ratingsOf = (tx: Tx, submissionId: string) =>
  prepared(
    tx
      .select({ version: ratings.responseVersion, heard: ratings.heard, ratedAt: ratings.ratedAt })
      .from(ratings)
      .where(eq(ratings.submissionId, submissionId))
      .orderBy(asc(ratings.responseVersion)),
  )
