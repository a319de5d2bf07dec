import { greatCircleDistance, UNITS } from 'h3-js'
import { and, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { statuses, submissions, type Category } from '#db/schema/submissions.ts'
import { areasAround } from '../areas/areas-around.server.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { categoryRules } from './categories.ts'
import { likeness, partsOf } from './likeness.ts'
import { takesInMerged } from './statuses.ts'
import { visibleTo } from './visible-to.server.ts'

/** So many of the newest are compared, and so many shown. */
const compared = 200
const most = 5
/** Of each text so many characters. */
const comparedText = 600
/** Below this, of 1, two are not about the same thing. */
const leastLikeness = 0.3
const shares = { words: 0.6, nearness: 0.4 } as const
/** What stands in where two are in different languages, and where one of them is about a whole area. */
const unknown = { words: 0.35, nearness: 0.5 } as const

type Placed = { lat: number | null; lon: number | null }

/**
 * What a submission may be merged into: of the same category and authority, near and recent as the category asks, open
 * or answered, and much alike in place and words; most alike first, at most five. Undefined when she does not see the
 * submission itself.
 */
export async function mergeSuggestions(staff: Staff, ref: string) {
  assertMay(staff, 'triage')
  const own = await findOwn(staff, ref)
  if (!own) return undefined
  const { days, metres } = categoryRules[own.category].likeness
  const around = await areasAround(own, metres)
  const since = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  const rows = await as(staff, (tx) =>
    tx
      .select({ ...columns, areaName: areas.name })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .where(
        and(
          visibleTo(staff),
          inArray(submissions.areaCode, around),
          eq(submissions.category, own.category),
          eq(submissions.receivingAuthority, own.receivingAuthority),
          gt(submissions.createdAt, since),
          inArray(submissions.status, statuses.filter(takesInMerged)),
          isNull(submissions.spamAt),
          ne(submissions.ref, ref),
        ),
      )
      .orderBy(desc(submissions.createdAt))
      .limit(compared),
  )
  const parts = partsOf(own.body)
  return rows
    .map(({ lat, lon, writtenIn, ...row }) => {
      const apart = distance(own, { lat, lon })
      const nearness = apart === undefined ? unknown.nearness : Math.max(0, 1 - apart / metres)
      const words = writtenIn === own.writtenIn ? likeness(parts, partsOf(row.body)) : unknown.words
      return { ...row, writtenIn, metres: apart, likeness: shares.words * words + shares.nearness * nearness }
    })
    .filter(({ metres: apart, likeness: of }) => (apart === undefined || apart <= metres) && of >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, most)
}

const columns = {
  ...{ ref: submissions.ref, registrationNumber: submissions.registrationNumber, status: submissions.status },
  ...{ createdAt: submissions.createdAt, writtenIn: submissions.writtenIn, lat: submissions.lat, lon: submissions.lon },
  body: sql<string>`left(${submissions.body}, ${comparedText})`,
}

type Own = Placed & {
  category: Category
  areaCode: string
  body: string
  writtenIn: string | null
  receivingAuthority: typeof submissions.$inferSelect.receivingAuthority
}

async function findOwn(staff: Staff, ref: string): Promise<Own | undefined> {
  const { category, areaCode, receivingAuthority } = submissions
  const [row] = await as(staff, (tx) =>
    tx
      .select({ ...columns, category, areaCode, receivingAuthority })
      .from(submissions)
      .where(and(eq(submissions.ref, ref), visibleTo(staff))),
  )
  return row
}

/** How far apart two are, in metres; undefined where one is about a whole area. */
function distance(one: Placed, other: Placed): number | undefined {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return undefined
  return greatCircleDistance([one.lat, one.lon], [other.lat, other.lon], UNITS.m)
}
