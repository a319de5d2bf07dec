import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { notices } from '#db/schema/notices.ts'
import { organisations, staff } from '#db/schema/staff.ts'
import { routings, submissions } from '#db/schema/submissions.ts'
import { reachesArea } from '../staff/permissions.ts'
import { waysOf } from './notice-choices.server.ts'
import { noticeKindsOf } from './ways.ts'

type Routed = { submissionId: string; organisation: string }

/**
 * A case can be read by an organisation that it was routed to: gives the addresses of those there who want to be told of
 * that at once, and keeps it for the digest of those who want it there; of all who work with such cases and reach its
 * area. Nobody is told of spam, of what was not screened, or once it is routed there no more. `id` names the occasion:
 * taken twice, it is one notice to each.
 */
export async function takeRouted(id: string, routed: Routed): Promise<string[]> {
  return as(worker, async (tx) => {
    const [found] = await tx
      .select({ area: submissions.areaCode })
      .from(routings)
      .innerJoin(submissions, eq(submissions.id, routings.submissionId))
      .where(
        and(
          ...[eq(routings.submissionId, routed.submissionId), eq(routings.organisation, routed.organisation)],
          ...[isNotNull(submissions.screenedAt), isNull(submissions.spamAt)],
        ),
      )
    if (!found) return []
    const people = await whoWorkThere(tx, routed.organisation)
    const told: string[] = []
    for (const person of people.filter((one) => reachesArea(one, found.area))) {
      const way = (await waysOf(tx, person.id)).routed
      if (way === 'at-once') told.push(person.email)
      if (way === 'digest') await keep(tx, id, { staffId: person.id, submissionId: routed.submissionId })
    }
    return told
  })
}

async function whoWorkThere(tx: Tx, organisation: string) {
  const people = await tx
    .select({
      ...{ id: staff.id, email: staff.email, role: staff.role, areas: staff.areas },
      authority: organisations.authority,
    })
    .from(staff)
    .innerJoin(organisations, eq(organisations.slug, staff.organisation))
    .where(and(eq(staff.organisation, organisation), isNull(staff.deactivatedAt)))
  return people.filter((person) => noticeKindsOf(person).includes('routed'))
}

const keep = (tx: Tx, id: string, { staffId, submissionId }: { staffId: string; submissionId: string }) =>
  tx
    .insert(notices)
    .values({ id: sql`md5(${`${id} ${staffId}`})::uuid`, staffId, submissionId, kind: 'routed' })
    .onConflictDoNothing()
