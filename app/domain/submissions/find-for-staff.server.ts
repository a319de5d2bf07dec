import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { as, type Tx } from '#db/client.server.ts'
import { areas, places } from '#db/schema/areas.ts'
import { commitments } from '#db/schema/commitments.ts'
import { organisations, staff as people } from '#db/schema/staff.ts'
import {
  messages,
  moves,
  notes,
  responses,
  routings,
  submissionCommitments,
  submissions,
} from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readsOriginal, receives, visibleTo } from './visible-to.server.ts'

/**
 * One submission as a member of staff may see it, with everything that belongs to it; undefined when she may not see
 * it, just as when there is none. A private company gets the text that was rewritten for it instead of the original,
 * and neither thread, place nor shared notes.
 */
export function findForStaff(staff: Staff, ref: string) {
  return as(staff, async (tx) => {
    const row = await findRow(tx, staff, ref)
    if (!row) return undefined
    const original = readsOriginal(staff, row)
    const acts = receives(staff, row)
    const { body, lat, lon, placeName, placeNote, assigneeId, assigneeName, ...rest } = row
    const routed = await routingsOf(tx, row.id)
    return {
      ...rest,
      acts,
      original: original ? { body, lat, lon, placeName, placeNote } : undefined,
      rewritten: original
        ? undefined
        : (routed.find((one) => one.organisation === staff.organisation)?.rewrittenBody ?? ''),
      assignee: original && assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : undefined,
      thread: original ? await threadOf(tx, row.id) : [],
      moves: await movesOf(tx, row.id),
      notes: await notesOf(tx, row.id, { organisation: staff.organisation, shared: original }),
      commitments: await commitmentsOf(tx, row.id),
      routings: acts ? routed : [],
      responses: original || row.publishedAt ? await responsesOf(tx, row.id, original) : [],
    }
  })
}

export type FoundForStaff = NonNullable<Awaited<ReturnType<typeof findForStaff>>>

async function findRow(tx: Tx, staff: Staff, ref: string) {
  const { id, kind, category, status, statusAt, receivingAuthority, registrationNumber, language, body } = submissions
  const { lat, lon, placeNote, assigneeId, screenedAt, publicTitle, publicBody, publishedAt } = submissions
  const mergedInto = alias(submissions, 'merged_into')
  const [row] = await tx
    .select({
      ...{ id, ref: submissions.ref, kind, category, status, statusAt, receivingAuthority, registrationNumber },
      ...{ language, body, lat, lon, placeNote, assigneeId, screenedAt, publicTitle, publicBody, publishedAt },
      ...{ example: submissions.example, createdAt: submissions.createdAt, publicAreaCode: submissions.publicAreaCode },
      hasEmail: isNotNull(submissions.contactEmail).mapWith(Boolean),
      areaCode: submissions.areaCode,
      areaName: areas.name,
      placeName: places.name,
      assigneeName: people.name,
      mergedInto: mergedInto.ref,
    })
    .from(submissions)
    .innerJoin(areas, eq(areas.code, submissions.areaCode))
    .leftJoin(places, eq(places.slug, submissions.place))
    .leftJoin(people, eq(people.id, assigneeId))
    .leftJoin(mergedInto, eq(mergedInto.id, submissions.mergedIntoId))
    .where(and(eq(submissions.ref, ref), visibleTo(staff)))
  return row
}

const threadOf = (tx: Tx, submissionId: string) =>
  tx
    .select({ sender: messages.sender, signedAs: messages.signedAs, body: messages.body, sentAt: messages.sentAt })
    .from(messages)
    .where(eq(messages.submissionId, submissionId))
    .orderBy(asc(messages.sentAt), asc(messages.id))

const movesOf = (tx: Tx, submissionId: string) =>
  tx
    .select({ toStatus: moves.toStatus, reason: moves.reason, movedAt: moves.movedAt, byName: people.name })
    .from(moves)
    .leftJoin(people, eq(people.id, moves.staffId))
    .where(eq(moves.submissionId, submissionId))
    .orderBy(asc(moves.movedAt), asc(moves.id))

/** The notes of one's own organisation, and those of others that were shared, where these may be read. */
const notesOf = (tx: Tx, submissionId: string, { organisation, shared }: { organisation: string; shared: boolean }) =>
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
    .innerJoin(people, eq(people.id, notes.staffId))
    .where(
      and(
        eq(notes.submissionId, submissionId),
        or(eq(notes.organisation, organisation), shared ? isNotNull(notes.sharedAt) : undefined),
      ),
    )
    .orderBy(asc(notes.writtenAt))

const commitmentsOf = (tx: Tx, submissionId: string) =>
  tx
    .select({ slug: commitments.slug, number: commitments.number, title: commitments.title })
    .from(submissionCommitments)
    .innerJoin(commitments, eq(commitments.id, submissionCommitments.commitmentId))
    .where(eq(submissionCommitments.submissionId, submissionId))
    .orderBy(asc(commitments.number))

const routingsOf = (tx: Tx, submissionId: string) =>
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
    .orderBy(asc(organisations.name))

/** The versions of the answer, newest first; what was given to the resident alone only where the original is read. */
const responsesOf = (tx: Tx, submissionId: string, all: boolean) =>
  tx
    .select({
      version: responses.version,
      audience: responses.audience,
      body: responses.body,
      signedAs: responses.signedAs,
      byName: people.name,
      givenAt: responses.givenAt,
      withdrawnAt: responses.withdrawnAt,
    })
    .from(responses)
    .innerJoin(people, eq(people.id, responses.staffId))
    .where(and(eq(responses.submissionId, submissionId), all ? undefined : eq(responses.audience, 'public')))
    .orderBy(desc(responses.version))
