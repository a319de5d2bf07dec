import { sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { workloads } from '#db/schema/insights.ts'
import { openKinds } from '../submissions/categories.ts'
import { openStatuses } from '../submissions/statuses.ts'

/** What has been open for so many days is counted as old. */
const oldAfter = 28

/** Counts anew what lies with each organisation at `now`: by who has it, and where it was routed. */
export async function countWorkloads(now = new Date()): Promise<void> {
  const longAgo = new Date(now.getTime() - oldAfter * 24 * 60 * 60 * 1000).toISOString()
  const isOpen = sql`s.status in ${[...openStatuses]} and s.spam_at is null and s.kind in ${[...openKinds]}`
  await as(worker, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('insights', 0))`)
    await tx.delete(workloads)
    await tx.execute(sql`
      insert into workloads (authority, organisation, area_code, open, unassigned, waiting, old, routed)
      select authority, organisation, area_code, sum(open), sum(unassigned), sum(waiting), sum(old), sum(routed)
      from (
        select s.receiving_authority as authority, coalesce(p.organisation, s.receiving_authority) as organisation,
          s.area_code, 1 as open, (s.assignee_id is null)::int as unassigned,
          (s.status = 'waiting_for_resident')::int as waiting,
          (s.created_at < ${longAgo}::timestamptz)::int as old, 0 as routed
        from submissions s left join staff p on p.id = s.assignee_id where ${isOpen}
        union all
        select s.receiving_authority, r.organisation, s.area_code, 0, 0, 0, 0, 1
        from routings r join submissions s on s.id = r.submission_id where ${isOpen}
      ) as told group by authority, organisation, area_code`)
  })
}
