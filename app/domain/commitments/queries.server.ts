import { and, asc, desc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import { as, everyone, type Tx } from '#db/client.server.ts'
import { commitmentOwners, commitments, entries, pledges } from '#db/schema/commitments.ts'
import { dialogueCommitments, dialogues } from '#db/schema/dialogues.ts'
import { organisations } from '#db/schema/staff.ts'
import { progressOf } from './progress.ts'
import { publicReports } from './public-reports.ts'

/** A draft is nobody's business yet. */
const isPublic = ne(pledges.state, 'draft')

const listedPledge = {
  ...{ slug: pledges.slug, title: pledges.title, startsOn: pledges.startsOn, endsOn: pledges.endsOn },
  ...{ state: pledges.state, example: pledges.example },
}
const wholePledge = {
  ...listedPledge,
  ...{ id: pledges.id, situation: pledges.situation, focus: pledges.focus, aims: pledges.aims },
  ...{ followAlong: pledges.followAlong, contact: pledges.contact },
}

/** All pledges but drafts, the latest first. */
export const allPledges = () =>
  as(everyone, (tx) => tx.select(listedPledge).from(pledges).where(isPublic).orderBy(desc(pledges.startsOn)))

/**
 * The pledge in force on the day `today`: the latest published one that has begun, else the latest there is.
 * Undefined when there is none.
 */
export async function findCurrentPledge(today: string) {
  const all = await allPledges()
  const inForce = all.find(({ state, startsOn }) => state === 'published' && startsOn <= today)
  const current = inForce ?? all[0]
  return current && findPledge(current.slug)
}

/** One pledge by its address; a draft is not there. */
export const findPledge = (slug: string) =>
  as(everyone, async (tx) => {
    const [pledge] = await tx
      .select(wholePledge)
      .from(pledges)
      .where(and(eq(pledges.slug, slug), isPublic))
    return pledge
  })

export type Pledge = NonNullable<Awaited<ReturnType<typeof findPledge>>>

/** The commitments of a pledge in order, each with its owners and how it goes on the day `today`. */
export const commitmentsOf = (pledgeId: string, today: string) =>
  as(everyone, (tx) => commitmentsWhere(tx, eq(commitments.pledgeId, pledgeId), today))

/** One commitment by its address, with its owners, its public reports and how it goes on the day `today`. */
export const findCommitment = (slug: string, today: string) =>
  as(everyone, async (tx) => {
    const [commitment] = await commitmentsWhere(tx, eq(commitments.slug, slug), today)
    return commitment
  })

/** Commitments by their ids, in the order of their pledge. */
export const commitmentsById = (ids: string[], today: string) =>
  ids.length === 0
    ? Promise.resolve([])
    : as(everyone, (tx) => commitmentsWhere(tx, inArray(commitments.id, ids), today))

export type Commitment = NonNullable<Awaited<ReturnType<typeof findCommitment>>>

/** The dialogues that touch a commitment, the latest first. */
export const dialoguesOf = (commitmentId: string) =>
  as(everyone, (tx) =>
    tx
      .select({ slug: dialogues.slug, title: dialogues.title, startsAt: dialogues.startsAt, state: dialogues.state })
      .from(dialogueCommitments)
      .innerJoin(dialogues, eq(dialogues.id, dialogueCommitments.dialogueId))
      .where(eq(dialogueCommitments.commitmentId, commitmentId))
      .orderBy(desc(dialogues.startsAt)),
  )

async function commitmentsWhere(tx: Tx, condition: SQL, today: string) {
  const { id, number, slug, title, body, measure, comparison, target, unit, per, voices } = commitments
  const rows = await tx
    .select({
      ...{ id, number, slug, title, body, measure, comparison, target, unit, per, voices },
      pledge: listedPledge,
    })
    .from(commitments)
    .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
    .where(and(condition, isPublic))
    .orderBy(asc(commitments.number))
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [owners, reported] = [await ownersOf(tx, ids), await entriesOf(tx, ids)]
  const rules = await rulesIn(tx)
  return rows.map(({ pledge, ...commitment }) => {
    const reports = publicReports(
      reported.filter(({ commitmentId }) => commitmentId === commitment.id).map(({ commitmentId: _, ...one }) => one),
      rules,
      today,
    )
    const period = { from: pledge.startsOn, through: pledge.endsOn }
    return {
      ...commitment,
      pledge,
      owners: owners
        .filter(({ commitmentId }) => commitmentId === commitment.id)
        .map(({ commitmentId: _, ...owner }) => owner),
      reports,
      progress: progressOf(commitment, period, reports, today),
    }
  })
}

const ownersOf = (tx: Tx, ids: string[]) =>
  tx
    .select({ commitmentId: commitmentOwners.commitmentId, slug: organisations.slug, name: organisations.name })
    .from(commitmentOwners)
    .innerJoin(organisations, eq(organisations.slug, commitmentOwners.organisation))
    .where(inArray(commitmentOwners.commitmentId, ids))
    .orderBy(asc(commitmentOwners.position))

/** Added up by day and area, so that many reports of a day are read as one; each in words stays by itself. */
const entriesOf = (tx: Tx, ids: string[]) => {
  const { commitmentId, organisation, on, areaCode, note } = entries
  const count = sql<number | null>`sum(${entries.count})::int`
  return tx
    .select({ commitmentId, organisation, on, count, areaCode, note })
    .from(entries)
    .where(inArray(commitmentId, ids))
    .groupBy(commitmentId, organisation, on, areaCode, note)
}

/** When what owners report becomes public, by their slugs. */
export const entryRulesOf = (owners: string[]) => as(everyone, (tx) => rulesIn(tx, owners))

async function rulesIn(tx: Tx, owners?: string[]) {
  const { slug, entriesShown: rule } = organisations
  const rows = await tx
    .select({ slug, rule })
    .from(organisations)
    .where(owners && inArray(slug, owners))
  return new Map(rows.map((row) => [row.slug, row.rule]))
}
