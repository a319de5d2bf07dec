import { cellToBoundary, cellToLatLng } from 'h3-js'
import { and, asc, count, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { as, everyone, type Tx } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { commitments } from '#db/schema/commitments.ts'
import {
  categories as publicCategories,
  responses,
  submissionCommitments,
  submissions,
  type Category,
  type Kind,
} from '#db/schema/submissions.ts'

export { publicCategories }

/** What narrows a public list; each is optional. */
export type PublicFilter = {
  /** Slug of the public area. */
  area?: string | undefined
  category?: Category | undefined
  kind?: Kind | undefined
  /** H3 index of one hexagon. */
  cell?: string | undefined
  /** Id of a commitment. */
  commitmentId?: string | undefined
}

/** How many published submissions a page of the list holds. */
export const pageSize = 20

/** Public times are days, in Stockholm. */
const day = (moment: SQL | typeof submissions.publishedAt | typeof responses.givenAt | typeof responses.withdrawnAt) =>
  sql<string>`to_char(${moment} at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`

// Subqueries name their tables in full: a column put into `sql` may lose its table's name.
const { ref, kind, category, status, publicTitle, publicBody, publishedAt, example, cell } = submissions
const listed = {
  ...{ ref, kind, category, status, example },
  title: sql<NonNullable<typeof submissions.$inferSelect.publicTitle>>`${publicTitle}`,
  area: { slug: areas.slug, name: areas.name },
  publishedOn: day(publishedAt),
  answered: sql<boolean>`exists (select from responses r where r.submission_id = submissions.id
    and r.audience = 'public' and r.withdrawn_at is null)`,
}

/**
 * One page of published submissions, latest first, and the ref to ask for more after, if there is more. `after` is the
 * ref of the last one seen; one that is not published (any more) starts from the beginning.
 */
export async function publishedPage(filter: PublicFilter = {}, after?: string, size = pageSize) {
  const rows = await as(everyone, async (tx) => {
    const seen = after === undefined ? undefined : await placeInOrder(tx, after)
    return tx
      .select(listed)
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.publicAreaCode))
      .where(and(isNotNull(publishedAt), ...narrowed(filter), seen))
      .orderBy(desc(publishedAt), desc(submissions.id))
      .limit(size + 1)
  })
  const page = rows.slice(0, size)
  return { submissions: page, next: rows.length > size ? page.at(-1)!.ref : undefined }
}

/** Everything that comes after one submission in the order of the list. */
async function placeInOrder(tx: Tx, after: string): Promise<SQL | undefined> {
  const [seen] = await tx.select({ id: submissions.id }).from(submissions).where(eq(ref, after))
  if (!seen) return undefined
  return sql`(submissions.published_at, submissions.id) <
    (select s.published_at, s.id from submissions s where s.id = ${seen.id})`
}

function narrowed(filter: PublicFilter): SQL[] {
  return [
    ...(filter.area ? [eq(areas.slug, filter.area)] : []),
    ...(filter.category ? [eq(category, filter.category)] : []),
    ...(filter.kind ? [eq(kind, filter.kind)] : []),
    ...(filter.cell ? [eq(cell, filter.cell)] : []),
    ...(filter.commitmentId
      ? [
          sql`exists (select from submission_commitments l where l.submission_id = submissions.id
            and l.commitment_id = ${filter.commitmentId})`,
        ]
      : []),
  ]
}

/** How many published submissions a commitment answers. */
export const publishedCount = (commitmentId: string): Promise<number> =>
  as(everyone, async (tx) => {
    const [row] = await tx
      .select({ count: count() })
      .from(submissionCommitments)
      .where(eq(submissionCommitments.commitmentId, commitmentId))
    return row?.count ?? 0
  })

/** Each hexagon that holds something published: its centre and corners in degrees, its area, how many. */
export async function publishedHexagons(filter: PublicFilter = {}) {
  const rows = await as(everyone, (tx) =>
    tx
      .select({ cell, area: areas.name, count: count() })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.publicAreaCode))
      .where(and(isNotNull(publishedAt), ...narrowed(filter)))
      .groupBy(cell, areas.name)
      .orderBy(asc(areas.name), asc(cell)),
  )
  return rows.flatMap((row) => {
    if (row.cell === null) return []
    const [lat, lon] = rounded(cellToLatLng(row.cell))
    return [{ ...row, cell: row.cell, lat, lon, outline: cellToBoundary(row.cell).map(rounded) }]
  })
}

/** Five decimals are about a metre. */
const rounded = ([lat, lon]: [number, number]): [number, number] => [
  Math.round(lat * 1e5) / 1e5,
  Math.round(lon * 1e5) / 1e5,
]

/** One published submission with its official answers and the commitments it led to; undefined when not published. */
export async function findPublished(wanted: string) {
  return as(everyone, async (tx) => {
    const [submission] = await tx
      .select({
        ...listed,
        id: submissions.id,
        cell,
        body: sql<NonNullable<typeof submissions.$inferSelect.publicBody>>`${publicBody}`,
        areaCode: areas.code,
      })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.publicAreaCode))
      .where(and(eq(ref, wanted), isNotNull(publishedAt)))
    if (!submission) return undefined
    return {
      submission,
      versions: await publicVersions(tx, submission.id),
      commitmentIds: await linkedCommitments(tx, submission.id),
    }
  })
}

/** The official answer to the public in all its versions, latest first; one that was withdrawn has no text any more. */
const publicVersions = (tx: Tx, submissionId: string) =>
  tx
    .select({
      body: sql<
        typeof responses.$inferSelect.body | null
      >`case when ${responses.withdrawnAt} is null then ${responses.body} end`,
      signedAs: responses.signedAs,
      givenOn: day(responses.givenAt),
      withdrawnOn: sql<string | null>`${day(responses.withdrawnAt)}`,
    })
    .from(responses)
    .where(and(eq(responses.submissionId, submissionId), eq(responses.audience, 'public')))
    .orderBy(desc(responses.version))

async function linkedCommitments(tx: Tx, submissionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: commitments.id })
    .from(submissionCommitments)
    .innerJoin(commitments, eq(commitments.id, submissionCommitments.commitmentId))
    .where(eq(submissionCommitments.submissionId, submissionId))
    .orderBy(asc(commitments.number))
  return rows.map((row) => row.id)
}
