import { getResolution } from 'h3-js'
import { and, asc, desc, eq, isNotNull, sql, type AnyColumn, type SQL } from 'drizzle-orm'
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
import { districtAreas } from '../areas/queries.server.ts'
import { publicPhotosOf } from '../photos/public-photos-of.server.ts'
import { shownTexts } from './public-texts.server.ts'

export { publicCategories }

/** What narrows a public list; each is optional. */
export type PublicFilter = {
  /** Slug of the public area. */
  area?: string | undefined
  category?: Category | undefined
  kind?: Kind | undefined
  /** H3 index of a public place. */
  cell?: string | undefined
  /** H3 index of a wider hexagon (resolution 7 to 9): all public places that lie in it. */
  around?: string | undefined
}

/** How many published submissions a page of the list holds. */
export const pageSize = 20

/** Public times are days, in Stockholm. */
const day = (moment: SQL | typeof submissions.publishedAt | typeof responses.givenAt | typeof responses.withdrawnAt) =>
  sql<string>`to_char(${moment} at time zone 'Europe/Stockholm', 'YYYY-MM-DD')`

// Subqueries name their tables in full: a column put into `sql` may lose its table's name.
const { ref, kind, category, status, publicTitle, publicBody, publishedAt, example, cell } = submissions
const wider: Record<number, AnyColumn> = { 7: submissions.ward, 8: submissions.quarter, 9: submissions.block }
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
  const narrow = await narrowed(filter)
  const rows = await as(everyone, async (tx) => {
    const seen = after === undefined ? undefined : await placeInOrder(tx, after)
    return listFrom(tx)
      .where(and(isNotNull(publishedAt), ...narrow, seen))
      .orderBy(desc(publishedAt), desc(submissions.id))
      .limit(size + 1)
  })
  const page = rows.slice(0, size)
  return { submissions: page, next: rows.length > size ? page.at(-1)!.ref : undefined }
}

const listFrom = (tx: Tx) =>
  tx.select(listed).from(submissions).innerJoin(areas, eq(areas.code, submissions.publicAreaCode)).$dynamic()

/** Everything that comes after one submission in the order of the list. */
async function placeInOrder(tx: Tx, after: string): Promise<SQL | undefined> {
  const [seen] = await tx.select({ id: submissions.id, publishedAt }).from(submissions).where(eq(ref, after))
  // Given as values: compared with a subquery, the index could not tell where to begin.
  return seen?.publishedAt
    ? sql`(submissions.published_at, submissions.id) < (${seen.publishedAt.toISOString()}::timestamptz, ${seen.id}::uuid)`
    : undefined
}

async function narrowed(filter: PublicFilter): Promise<SQL[]> {
  // By its code, not by a join, so that the area's part of the index is read in order.
  const area = filter.area && (await districtAreas()).find(({ slug }) => slug === filter.area)
  return [
    ...(filter.area ? [area ? eq(submissions.publicAreaCode, area.code) : sql`false`] : []),
    ...(filter.category ? [eq(category, filter.category)] : []),
    ...(filter.kind ? [eq(kind, filter.kind)] : []),
    ...(filter.cell ? [eq(cell, filter.cell)] : []),
    ...(filter.around ? [eq(wider[getResolution(filter.around)]!, filter.around)] : []),
  ]
}

/** The latest of the published submissions that a commitment answers, at most `size`. */
export const voicesOf = (commitmentId: string, size: number) =>
  as(everyone, (tx) => {
    const { submissionId, shownAt } = submissionCommitments
    return listFrom(tx)
      .innerJoin(submissionCommitments, eq(submissionId, submissions.id))
      .where(and(eq(submissionCommitments.commitmentId, commitmentId), isNotNull(shownAt), isNotNull(publishedAt)))
      .orderBy(desc(shownAt), desc(submissionId))
      .limit(size)
  })

/** One published submission with its photos, its official answers and the commitments it led to; undefined when not published. */
export async function findPublished(wanted: string) {
  return as(everyone, async (tx) => {
    const [submission] = await tx
      .select({
        ...listed,
        id: submissions.id,
        cell,
        body: sql<NonNullable<typeof submissions.$inferSelect.publicBody>>`${publicBody}`,
        staleIn: submissions.publicStaleIn,
        areaCode: areas.code,
        wentOnIn: sql<string | null>`case when ${status} = 'merged' then went_on_in_public(${submissions.id}) end`,
      })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.publicAreaCode))
      .where(and(eq(ref, wanted), isNotNull(publishedAt)))
    if (!submission) return undefined
    return {
      submission,
      versions: await publicVersions(tx, submission.id),
      texts: await shownTexts(tx, submission.id),
      photos: await publicPhotosOf(tx, submission.id),
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
      staleIn: responses.staleIn,
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
