import { and, eq, inArray, isNull } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { notices } from '#db/schema/notices.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { dueCases } from './due-cases.server.ts'
import { waysOf } from './notice-choices.server.ts'
import { getsNotices } from './ways.ts'

/** How many of one's cases are told of in a digest, by what has happened; `ids` are the notices that it tells. */
export type Digest = { email: string; ids: string[]; counts: Record<'assigned' | 'replied' | 'due' | 'late', number> }

/**
 * What a person is to be told in the morning of `now`: cases that became hers and still are, those whose residents have
 * written, and those whose time runs out today or has run out. Undefined when that is nothing, or she is gone.
 */
export async function findDigest(staffId: string, now = new Date()): Promise<Digest | undefined> {
  return as(worker, async (tx) => {
    const [person] = await tx
      .select({ email: staff.email, role: staff.role, authority: organisations.authority })
      .from(staff)
      .innerJoin(organisations, eq(organisations.slug, staff.organisation))
      .where(and(eq(staff.id, staffId), isNull(staff.deactivatedAt)))
    if (!person || !getsNotices(person)) return undefined
    const kept = await tx
      .select({ id: notices.id, kind: notices.kind, submissionId: notices.submissionId, has: submissions.assigneeId })
      .from(notices)
      .innerJoin(submissions, eq(submissions.id, notices.submissionId))
      .where(eq(notices.staffId, staffId))
    const countOf = (kind: string) =>
      new Set(kept.filter((one) => one.kind === kind && one.has === staffId).map((one) => one.submissionId)).size
    const told = (await waysOf(tx, staffId)).due === 'digest' ? await dueCases(tx, staffId, now) : []
    const late = told.filter(({ by }) => by < dayOf(now)).length
    const counts = { assigned: countOf('assigned'), replied: countOf('replied'), due: told.length - late, late }
    const ids = kept.map(({ id }) => id)
    return Object.values(counts).some((count) => count > 0) ? { email: person.email, ids, counts } : undefined
  })
}

/** Forgets notices that have been told. */
export const forgetNotices = (ids: string[]): Promise<unknown> =>
  as(worker, (tx) => tx.delete(notices).where(inArray(notices.id, ids)))
