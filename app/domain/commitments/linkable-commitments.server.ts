import { asc, desc, eq, ne } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { commitments, pledges } from '#db/schema/commitments.ts'
import type { Staff } from '../staff/staff.ts'

/** The pledges that are not drafts, the newest first, each with its commitments in order. */
export async function linkableCommitments(staff: Staff) {
  const rows = await as(staff, (tx) =>
    prepared(
      tx
        .select({ pledge: pledges.title, slug: commitments.slug, number: commitments.number, title: commitments.title })
        .from(commitments)
        .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
        .where(ne(pledges.state, 'draft'))
        .orderBy(desc(pledges.startsOn), asc(commitments.number)),
    ),
  )
  return [...Map.groupBy(rows, (row) => row.pledge.sv).values()].map((group) => ({
    title: group[0]!.pledge,
    commitments: group.map(({ slug, number, title }) => ({ slug, number, title })),
  }))
}
