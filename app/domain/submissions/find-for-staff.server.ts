import { and, eq, isNotNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { as, type Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { areas, places } from '#db/schema/areas.ts'
import { bells } from '#db/schema/followers.ts'
import { staff as people } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { alarmsOf, isDeskSet } from '../alarms/queries.server.ts'
import { childReportsOf } from '../child-reports/child-reports-of.server.ts'
import { followerCount } from '../followers/followers.server.ts'
import { photosOfSubmission } from '../photos/photos-of-submission.server.ts'
import { secrecyMarksOf } from '../records/secrecy-marks-of.server.ts'
import type { Staff } from '../staff/staff.ts'
import { mergedForStaff } from './merged-for-staff.server.ts'
import {
  commitmentsOf,
  handoversOf,
  movesOf,
  notesOf,
  ratingsOf,
  proposalOf,
  responsesOf,
  routingsOf,
  ruleOf,
  threadOf,
} from './parts-for-staff.server.ts'
import { readsOriginal, receives, visibleTo } from './visible-to.server.ts'
import { writtenInCase } from './written-in-case.server.ts'

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
    const { body, lat, lon, placeName, placeNote, assigneeId, assigneeName, publicTitle, publicBody, ...others } = row
    const { writtenIn, channel, interpretedFrom, enteredByName, heldFor, spamAt, answers, ...sorted } = others
    const { priority, deadlineOn, ruleId, proposedTo, templateId, stated, waiting, mergedIntoId, ...rest } = sorted
    const shown = original || row.publishedAt !== null
    // Sent together, and answered in their order.
    const [
      routed,
      made,
      photos,
      secrecy,
      thread,
      notes,
      commitments,
      responses,
      ratings,
      followers,
      handovers,
      alarms,
      deskIsSet,
      childReports,
      rule,
      proposal,
      mergedInto,
      merged,
      mergedThreads,
    ] = await Promise.all([
      routingsOf(tx, row.id),
      movesOf(tx, row.id),
      original ? photosOfSubmission(tx, row.id) : [],
      original ? secrecyMarksOf(tx, row.id) : [],
      original ? threadOf(tx, row.id) : [],
      notesOf(tx, row.id, { organisation: staff.organisation, shared: original }),
      commitmentsOf(tx, row.id),
      shown ? responsesOf(tx, row.id, original) : [],
      original ? ratingsOf(tx, row.id) : [],
      original ? followerCount(tx, row.id) : 0,
      acts ? handoversOf(tx, row.id) : [],
      acts ? alarmsOf(tx, row.id) : [],
      acts ? isDeskSet(tx, row.receivingAuthority) : false,
      acts ? childReportsOf(tx, row.id) : [],
      acts && ruleId ? ruleOf(tx, ruleId) : undefined,
      acts && proposedTo ? proposalOf(tx, proposedTo) : undefined,
      original && mergedIntoId ? refOf(tx, mergedIntoId) : null,
      acts ? mergedForStaff(tx, staff, row.id) : [],
      acts ? mergedThreadsOf(tx, row.id) : [],
    ])
    const forOwn = routed.find((one) => one.organisation === staff.organisation)
    return {
      ...rest,
      acts,
      original: original ? { body, answers, lat, lon, placeName, placeNote, photos } : undefined,
      told: original ? { writtenIn, channel, interpretedFrom, enteredByName } : undefined,
      secrecy,
      heldFor: acts ? heldFor : [],
      spamAt: acts ? spamAt : null,
      ...(acts
        ? { priority, deadlineOn, stated, waiting }
        : { priority: 'normal' as const, deadlineOn: null, stated: null, waiting: null }),
      rule,
      proposal,
      templateId: acts ? templateId : null,
      rewritten: original ? undefined : (forOwn?.rewrittenBody ?? ''),
      ...(shown ? { publicTitle, publicBody } : { publicTitle: null, publicBody: null }),
      mergedInto,
      merged,
      mergedThreads,
      assignee: original && assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : undefined,
      thread,
      moves: original ? made : made.map((one) => ({ ...one, reason: '', outside: null, byName: null })),
      alarms,
      deskIsSet,
      childReports,
      handovers,
      notes,
      commitments,
      routings: acts ? routed : [],
      responses,
      ratings,
      followers,
    }
  })
}

export type FoundForStaff = NonNullable<Awaited<ReturnType<typeof findForStaff>>>

async function findRow(tx: Tx, staff: Staff, ref: string) {
  const { id, kind, category, status, statusAt, receivingAuthority, registrationNumber, language, body } = submissions
  const { lat, lon, placeNote, assigneeId, screenedAt, publicTitle, publicBody, publishedAt } = submissions
  const { writtenIn, channel, interpretedFrom, heldFor, spamAt } = submissions
  const { priority, deadlineOn, ruleId, proposedTo, templateId, stated, waiting } = submissions
  const enteredBy = alias(people, 'entered_by')
  const [row] = await prepared(
    tx
      .select({
        ...{ id, ref: submissions.ref, kind, category, status, statusAt, receivingAuthority, registrationNumber },
        ...{
          language,
          body,
          answers: submissions.answers,
          lat,
          lon,
          placeNote,
          assigneeId,
          screenedAt,
          publicTitle,
          publicBody,
          publishedAt,
        },
        ...{
          example: submissions.example,
          createdAt: submissions.createdAt,
          publicAreaCode: submissions.publicAreaCode,
        },
        ...{ writtenIn, channel, interpretedFrom, heldFor, spamAt, enteredByName: enteredBy.name },
        ...{ priority, deadlineOn, ruleId, proposedTo, templateId, stated, waiting },
        hasEmail: isNotNull(bells.id).mapWith(Boolean),
        areaCode: submissions.areaCode,
        areaName: areas.name,
        placeName: places.name,
        assigneeName: people.name,
        mergedIntoId: submissions.mergedIntoId,
      })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .leftJoin(places, eq(places.slug, submissions.place))
      .leftJoin(people, eq(people.id, assigneeId))
      .leftJoin(enteredBy, eq(enteredBy.id, submissions.enteredById))
      .leftJoin(bells, eq(bells.submissionId, submissions.id))
      .where(and(eq(submissions.ref, ref), visibleTo(staff))),
  )
  return row
}

/** Who wrote when in what was merged into it, also where she does not reach: by when staff act follows from it. */
const mergedThreadsOf = async (tx: Tx, id: string) => (await writtenInCase(tx, id)).mergedThreads

/** The reference of what it was merged into. For who reads it: a company would look through all that it reads. */
async function refOf(tx: Tx, id: string): Promise<string | null> {
  const [row] = await prepared(tx.select({ ref: submissions.ref }).from(submissions).where(eq(submissions.id, id)))
  return row?.ref ?? null
}
