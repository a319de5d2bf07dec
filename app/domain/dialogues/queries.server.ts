import { and, asc, desc, eq, gt, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import { as, everyone, type Tx } from '#db/client.server.ts'
import { areas, places } from '#db/schema/areas.ts'
import { commitments } from '#db/schema/commitments.ts'
import { dialogueCommitments, dialogueQuestions, dialogues } from '#db/schema/dialogues.ts'
import { organisations } from '#db/schema/staff.ts'
import { largestParty, seatsLeft, stageOf } from './stages.ts'

// Named in full: a column of the outer table loses its table's name inside a subquery.
const seatsTaken = sql<number>`(select coalesce(sum(b.party_size), 0)::int from bookings b
  where b.dialogue_id = dialogues.id and b.state in ('confirmed', 'offered'))`
const waiting = sql<number>`(select count(*)::int from bookings b
  where b.dialogue_id = dialogues.id and b.state = 'waitlisted')`

/** What a list shows of a dialogue; names and needs of those who come are nowhere among it. */
const listed = {
  slug: dialogues.slug,
  kind: dialogues.kind,
  state: dialogues.state,
  title: dialogues.title,
  summary: dialogues.summary,
  startsAt: dialogues.startsAt,
  endsAt: dialogues.endsAt,
  signUpClosesAt: dialogues.signUpClosesAt,
  placeName: dialogues.placeName,
  areaName: areas.name,
  areaSlug: areas.slug,
  organisationName: organisations.name,
  capacity: dialogues.capacity,
  seatsTaken,
  waiting,
  languages: dialogues.languages,
  interpretation: dialogues.interpretation,
  cancelledReason: dialogues.cancelledReason,
  said: dialogues.said,
  willDo: dialogues.willDo,
  cannot: dialogues.cannot,
  example: dialogues.example,
}

const whole = {
  ...listed,
  id: dialogues.id,
  body: dialogues.body,
  address: dialogues.address,
  stopName: places.name,
  stopKind: places.kind,
  lat: dialogues.lat,
  lon: dialogues.lon,
  maxPartySize: dialogues.maxPartySize,
  stepFree: dialogues.stepFree,
  hearingLoop: dialogues.hearingLoop,
  childcare: dialogues.childcare,
  food: dialogues.food,
  steps: dialogues.steps,
  sequence: dialogues.sequence,
  changedAt: dialogues.changedAt,
}

const isOver = (now: Date): SQL => or(eq(dialogues.state, 'held'), lte(dialogues.endsAt, now))!

/** Dialogues that have not ended, soonest first; cancelled ones among them, so that nobody goes in vain. */
export async function upcomingDialogues(now = new Date()) {
  const rows = await as(everyone, (tx) =>
    listFrom(tx)
      .where(and(gt(dialogues.endsAt, now), ne(dialogues.state, 'held')))
      .orderBy(asc(dialogues.startsAt)),
  )
  return rows.map((row) => standing(row, now))
}

/** Dialogues that are over, latest first: at most `limit`, those that began before `before`. */
export async function pastDialogues({ limit, before }: { limit: number; before?: Date }, now = new Date()) {
  const rows = await as(everyone, (tx) =>
    listFrom(tx)
      .where(and(isOver(now), before && lt(dialogues.startsAt, before)))
      .orderBy(desc(dialogues.startsAt))
      .limit(limit),
  )
  return rows.map((row) => standing(row, now))
}

const listFrom = (tx: Tx) =>
  tx
    .select(listed)
    .from(dialogues)
    .innerJoin(areas, eq(areas.code, dialogues.areaCode))
    .innerJoin(organisations, eq(organisations.slug, dialogues.organisation))

export type ListedDialogue = Awaited<ReturnType<typeof upcomingDialogues>>[number]

/** Everything the public sees of one dialogue, with its questions and the commitments it belongs to. */
export function findDialogue(slug: string, now = new Date()) {
  return as(everyone, async (tx) => {
    const [row] = await tx
      .select(whole)
      .from(dialogues)
      .innerJoin(areas, eq(areas.code, dialogues.areaCode))
      .innerJoin(organisations, eq(organisations.slug, dialogues.organisation))
      .leftJoin(places, eq(places.slug, dialogues.place))
      .where(eq(dialogues.slug, slug))
    if (!row) return undefined
    return {
      ...standing(row, now),
      largestParty: largestParty(row),
      questions: await questionsOf(tx, row.id),
      commitments: await commitmentsOf(tx, row.id),
    }
  })
}

export type Dialogue = NonNullable<Awaited<ReturnType<typeof findDialogue>>>

/** Adds where a dialogue stands and the seats left, and takes away how many sit and wait. */
function standing<Row extends Parameters<typeof stageOf>[0]>(row: Row, now: Date) {
  const { seatsTaken: _, ...rest } = row
  return { ...rest, stage: stageOf(row, now), seatsLeft: seatsLeft(row) }
}

function questionsOf(tx: Tx, dialogueId: string) {
  const { id, label, kind, options, required } = dialogueQuestions
  return tx
    .select({ id, label, kind, options, required })
    .from(dialogueQuestions)
    .where(eq(dialogueQuestions.dialogueId, dialogueId))
    .orderBy(asc(dialogueQuestions.position))
}

function commitmentsOf(tx: Tx, dialogueId: string) {
  const { slug, number, title } = commitments
  return tx
    .select({ slug, number, title })
    .from(dialogueCommitments)
    .innerJoin(commitments, eq(commitments.id, dialogueCommitments.commitmentId))
    .where(eq(dialogueCommitments.dialogueId, dialogueId))
    .orderBy(asc(commitments.number))
}
