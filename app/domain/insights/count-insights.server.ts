import { lte, max, min, sql } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { answerTimes, countedWeeks, weeklyCounts, weeklyHexagons } from '#db/schema/insights.ts'
import { submissions } from '#db/schema/submissions.ts'
import { dayOf, type Day } from '../submissions/working-days.server.ts'
import { countWeek } from './count-week.server.ts'
import { countWorkloads } from './count-workloads.server.ts'
import { mondayOf, weeksBetween } from './weeks.ts'

/**
 * Brings the figures up to `now`: what has happened since they were last counted lies in the weeks from then on. Of the
 * weeks before, `all` counts what has changed since: links, and cases that are no longer kept here.
 */
export async function countInsights(now = new Date(), { all = false } = {}): Promise<void> {
  const current = mondayOf(dayOf(now))
  const last = all ? undefined : await lastCounted(current)
  const weeks = weeksBetween(last ?? (await firstWeek()) ?? current, current)
  if (last === undefined) await forgetBefore(weeks[0]!)
  for (const week of weeks) await countWeek(week, now)
  await countWorkloads(now)
}

const lastCounted = (current: Day): Promise<Day | undefined> =>
  as(worker, async (tx) => {
    const { week } = countedWeeks
    const [row] = await tx
      .select({ last: max(week) })
      .from(countedWeeks)
      .where(lte(week, current))
    return row?.last ?? undefined
  })

const firstWeek = (): Promise<Day | undefined> =>
  as(worker, async (tx) => {
    const [row] = await tx.select({ first: min(submissions.createdAt) }).from(submissions)
    return row?.first ? mondayOf(dayOf(row.first)) : undefined
  })

/** Weeks of which nothing is kept any more have no figures. */
const forgetBefore = (week: Day): Promise<void> =>
  as(worker, async (tx) => {
    for (const table of [weeklyCounts, answerTimes, weeklyHexagons, countedWeeks])
      await tx.delete(table).where(sql`${table.week} < ${week}`)
  })
