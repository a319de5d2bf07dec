import { latLngToCell } from 'h3-js'
import { eq, sql, type SQL } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { answerTimes, countedWeeks, weeklyCounts, weeklyHexagons } from '#db/schema/insights.ts'
import { openKinds } from '../submissions/categories.ts'
import { vicinityResolution } from '../submissions/public-place.server.ts'
import type { Day } from '../submissions/working-days.server.ts'
import { countedDays } from './answer-days.server.ts'
import { weeksAfter } from './weeks.ts'

const atOnce = 1000

/**
 * Counts one week (its Monday) anew, from what there is at `now`: a case that is no longer kept here is not counted
 * any more. Spam is never counted. Two who count wait for each other.
 */
export async function countWeek(week: Day, now = new Date()): Promise<void> {
  await as(worker, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('insights', 0))`)
    for (const table of [weeklyCounts, answerTimes, weeklyHexagons]) await tx.delete(table).where(eq(table.week, week))
    await tx.execute(insertCounts(week))
    await tx.execute(insertTimes(week))
    await insertHexagons(tx, week)
    await tx
      .insert(countedWeeks)
      .values({ week, countedAt: now })
      .onConflictDoUpdate({ target: countedWeeks.week, set: { countedAt: now } })
  })
}

const midnight = (day: Day): SQL => sql`(${day}::timestamp at time zone 'Europe/Stockholm')`
const within = (moment: SQL, week: Day): SQL =>
  sql`${moment} >= ${midnight(week)} and ${moment} < ${midnight(weeksAfter(week, 1))}`

/** By what each is counted; the language is the one that it is written in, as far as that is known. */
const by = sql`s.receiving_authority as authority, s.area_code, s.category, coalesce(s.written_in, s.language) as language`
const isCounted = sql`s.spam_at is null and s.kind in ${[...openKinds]}`

const insertCounts = (week: Day): SQL => sql`
  insert into weekly_counts (week, authority, area_code, category, language,
    received, linked, answered, heard_yes, heard_partly, heard_no)
  select ${week}::date, authority, area_code, category, language,
    sum(received), sum(linked), sum(answered), sum(yes), sum(partly), sum(no)
  from (
    select ${by}, 1 as received,
      (exists (select from submission_commitments l where l.submission_id = s.id))::int as linked,
      0 as answered, 0 as yes, 0 as partly, 0 as no
    from submissions s where ${within(sql`s.created_at`, week)} and ${isCounted}
    union all
    select ${by}, 0, 0, 1, 0, 0, 0 from responses r join submissions s on s.id = r.submission_id
    where r.version = 1 and ${within(sql`r.given_at`, week)} and ${isCounted}
    union all
    select ${by}, 0, 0, 0, (r.heard = 'yes')::int, (r.heard = 'partly')::int, (r.heard = 'no')::int
    from ratings r join submissions s on s.id = r.submission_id
    where ${within(sql`r.rated_at`, week)} and ${isCounted}
  ) as told group by authority, area_code, category, language`

const stockholmDay = (moment: SQL): SQL => sql`(${moment} at time zone 'Europe/Stockholm')::date`
const daysTaken = sql`(${stockholmDay(sql`r.given_at`)} - ${stockholmDay(sql`s.created_at`)})`

const insertTimes = (week: Day): SQL => sql`
  insert into answer_times (week, authority, area_code, category, language, days, count)
  select ${week}::date, authority, area_code, category, language, days, count(*)
  from (
    select ${by}, ${countedDays(daysTaken)} as days from responses r join submissions s on s.id = r.submission_id
    where r.version = 1 and ${within(sql`r.given_at`, week)} and ${isCounted}
  ) as told group by authority, area_code, category, language, days`

type Point = Omit<typeof weeklyHexagons.$inferInsert, 'week' | 'cell'> & { lat: number; lon: number }

/** Points are first gathered in squares of some 100 metres, so that what is read is bounded by the size of the district. */
async function insertHexagons(tx: Tx, week: Day): Promise<void> {
  const points = await tx.execute<Point>(sql`
    select authority, area_code as "areaCode", category, language, lat, lon, count(*)::int as count from (
      select ${by}, round(coalesce(s.lat, p.lat)::numeric, 3)::float8 as lat,
        round(coalesce(s.lon, p.lon)::numeric, 3)::float8 as lon
      from submissions s left join places p on p.slug = s.place
      where ${within(sql`s.created_at`, week)} and ${isCounted} and coalesce(s.lat, p.lat) is not null
    ) as told group by authority, area_code, category, language, lat, lon`)
  const rows = new Map<string, typeof weeklyHexagons.$inferInsert>()
  for (const { lat, lon, count, ...rest } of points) {
    const cell = latLngToCell(lat, lon, vicinityResolution)
    const key = [...Object.values(rest), cell].join(' ')
    rows.set(key, { ...rest, week, cell, count: count + (rows.get(key)?.count ?? 0) })
  }
  const made = [...rows.values()]
  for (let from = 0; from < made.length; from += atOnce)
    await tx.insert(weeklyHexagons).values(made.slice(from, from + atOnce))
}
