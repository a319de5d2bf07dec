import { and, eq, inArray, isNull } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { notices } from '#db/schema/notices.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { hearsOfOverdue } from '../submissions/hears-of-overdue.server.ts'
import { dueCases } from './due-cases.server.ts'
import { waysOf } from './notice-choices.server.ts'
import { reachesArea } from '../staff/permissions.ts'
import { noticeKindsOf } from './ways.ts'

/**
 * How many of one's cases are told of in a digest, by what has happened; `ids` are the notices that it tells. `overdue`
 * when something is late in the areas that she answers for, whoever has it.
 */
export type Digest = {
  email: string
  ids: string[]
  counts: Record<'assigned' | 'replied' | 'due' | 'late' | 'routed', number>
  overdue: boolean
}

/**
 * All that a person is to be told in the morning of `now`: cases that became hers and still are, those whose residents
 * have written, those whose time runs out that day, and those whose time has run out if she wants that in her digest; cases
 * that were routed to her organisation and still are;
 * and to who answers for others, that something is late. Undefined when that is nothing, or she is gone.
 */
export async function findDigest(staffId: string, now = new Date()): Promise<Digest | undefined> {
  const overdue = (await hearsOfOverdue(now)).includes(staffId)
  return as(worker, async (tx) => {
    const [person] = await tx
      .select({
        email: staff.email,
        role: staff.role,
        own: staff.organisation,
        areas: staff.areas,
        authority: organisations.authority,
      })
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(and(eq(staff.id, staffId), isNull(staff.deactivatedAt)))
    if (!person || noticeKindsOf(person).length === 0) return undefined
    const kept = await tx
      .select({
        ...{ id: notices.id, kind: notices.kind, submissionId: notices.submissionId, has: submissions.assigneeId },
        routedTo: submissions.routedTo,
        ...{ area: submissions.areaCode, screenedAt: submissions.screenedAt, spamAt: submissions.spamAt },
      })
      .from(notices)
      .innerJoin(submissions, eq(submissions.id, notices.submissionId))
      .where(eq(notices.staffId, staffId))
    const countOf = (kind: string) =>
      new Set(
        kept
          .filter((one) => one.kind === kind)
          .filter((one) => (kind === 'routed' ? isStillRouted(one, person) : one.has === staffId))
          .map((one) => one.submissionId),
      ).size
    const told = { assigned: countOf('assigned'), replied: countOf('replied'), routed: countOf('routed') }
    const counts = { ...told, ...(await dueOf(tx, staffId, now)) }
    const isTold = overdue || Object.values(counts).some((count) => count > 0)
    return isTold ? { email: person.email, ids: kept.map(({ id }) => id), counts, overdue } : undefined
  })
}

type Case = Pick<typeof submissions.$inferSelect, 'routedTo' | 'screenedAt' | 'spamAt'> & { area: string }
type Person = Parameters<typeof reachesArea>[0] & { own: string }

/** True while she can read it there. */
const isStillRouted = ({ routedTo, area, screenedAt, spamAt }: Case, person: Person): boolean =>
  routedTo.includes(person.own) && screenedAt !== null && spamAt === null && reachesArea(person, area)

/** Who wants to know at once of what is due hears of it once, on its day. */
async function dueOf(tx: Tx, staffId: string, now: Date): Promise<{ due: number; late: number }> {
  const way = (await waysOf(tx, staffId)).due
  if (way === 'never') return { due: 0, late: 0 }
  const cases = await dueCases(tx, staffId, now)
  return way === 'digest' ? cases : { ...cases, late: 0 }
}

/** Forgets notices that have been told. */
export const forgetNotices = (ids: string[]): Promise<unknown> =>
  as(worker, (tx) => tx.delete(notices).where(inArray(notices.id, ids)))
