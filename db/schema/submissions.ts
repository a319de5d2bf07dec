import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { areas, places } from './areas.ts'
import { commitments } from './commitments.ts'
import { moment, searchable, type Translated } from './shared.ts'
import { authorities, organisations, staff } from './staff.ts'

export const kinds = ['concern', 'tip', 'idea'] as const
export type Kind = (typeof kinds)[number]

export const categories = [
  'lighting',
  'litter',
  'vandalism',
  'traffic',
  'drugs',
  'youths-at-risk',
  'unsafe-place',
  'violence',
  'disorder',
  'fires',
  'vehicles',
  'upkeep',
  'meeting-places',
  'treatment',
  'praise',
  'other',
] as const
export type Category = (typeof categories)[number]

export const statuses = [
  'received',
  'screening',
  'in_progress',
  'waiting_for_resident',
  'answered',
  'closed',
  'reopen_requested',
  'redirected',
  'merged',
  'not_pursued',
] as const
export type Status = (typeof statuses)[number]

/** How it reached us: by the form, or told to staff who wrote it down. */
export const channels = ['web', 'phone', 'paper', 'dialogue', 'desk'] as const
export type Channel = (typeof channels)[number]

/** Why a submission is held for a closer look; it is taken all the same. */
export const heldReasons = ['honeypot', 'too-fast', 'many-from-one-visitor', 'many-in-area', 'like-another'] as const
export type HeldReason = (typeof heldReasons)[number]

/** How much it presses; set by a rule or by hand. */
export const priorities = ['high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]

/** What waits for somebody outside, and what waited for anybody until its day came. */
export const waitings = ['outside', 'back'] as const

/** The day of the next step as staff have stated it, since when, and whether they wait for somebody outside until then. */
export type StatedDay = { on: string; at: string; outside: boolean }

/** What was answered to one question of the category, by the question's key. */
export type QuestionAnswer = { question: string; values: string[] }

export const messageSenders = ['resident', 'staff'] as const
export type MessageSender = (typeof messageSenders)[number]

const isPublished = sql`published_at is not null`

/** The states in which nobody works on a submission; a test holds them against the status machine. */
const isSettled = `status in ('answered', 'closed', 'redirected', 'merged', 'not_pursued')`

/**
 * What needs a person next. First what presses, then the rest, then what can wait; in each of these what nobody has read,
 * what a resident wants opened again, where a resident has written last or the day has come until which it waited, and
 * what is in progress. After all of them what waits for a resident or for somebody else, then what is held, in the same order, and last what is settled. The conditions of the queue
 * (app/domain/submissions/urgency.server.ts) go by these numbers.
 */
const urgency = sql.raw(`case
  when ${isSettled} then case when held_for <> '{}' and spam_at is null then 39 else 40 end
  else case
    when (status = 'waiting_for_resident' or waiting is not null) and waiting is distinct from 'back'
      and last_word is distinct from 'resident' then 13
    else case priority when 'high' then 0 when 'low' then 8 else 4 end + case
      when status in ('received', 'screening') then 1
      when status = 'reopen_requested' then 2
      when last_word = 'resident' or waiting = 'back' then 3
      else 4 end
    end + case when held_for <> '{}' and spam_at is null then 20 else 0 end
  end`)

const seconds = (column: string) => `extract(epoch from (${column} - '1970-01-01 00:00:00+00'::timestamptz))`

/**
 * Among what is equally urgent that comes first which is due first, and of one day the oldest: the day in which it is
 * due, or in which it came where it has none, and then when it came, in tenths of a second. Of what is settled, the last
 * that became so. What is overdue thus stands together, at the beginning (`turnOfDay`).
 */
const turn = sql.raw(`case when ${isSettled} then -(${seconds('status_at')} * 1000)::bigint
  else coalesce(due_on - '1970-01-01'::date, floor(${seconds('created_at')} / 86400)::integer)::bigint * 100000000000
    + (${seconds('created_at')} * 10)::bigint end`)

/**
 * The words of a text, as they stand and by their Swedish stems; the stemmer does not know that "gatan" and "tunneln" are
 * "gata" and "tunnel". The search (`search_forms`) takes what is typed apart in the same way.
 */
const wordsOf = (texts: string) =>
  `strip(to_tsvector('simple', ${texts}) || to_tsvector('swedish', regexp_replace(${texts}, '([[:alpha:]]{2,}(?:a|el|er|or))n\\M', '\\1', 'gi')))`

/** Beside its words, who reads it and in which week it came, so that the search finds the newest of somebody's first. */
const readersOf = 'search_weeks(receiving_authority, routed_to, created_at)'

/** By what the queue is narrowed, likewise. */
const signs = 'search_signs(area_code, category, kind, status, assignee_id, written_in, last_word, has_photos, linked)'

/** What the queue is narrowed by most, and what its index is called. */
const queueIndexes = { areaCode: 'area', category: 'category', assigneeId: 'assignee', writtenIn: 'language' } as const
const narrowedMost = ['areaCode', 'category', 'assigneeId', 'writtenIn'] as const
/** And by what else; all of it stands in each index. */
const narrowedElse = [
  'kind',
  'screenedAt',
  'createdAt',
  'dueOn',
  'lastWord',
  'hasPhotos',
  'linked',
  'routedTo',
] as const

export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Public, random, not in sequence: 7KQ4-2M9P. */
    ref: text().notNull().unique(),
    kind: text({ enum: kinds }).notNull(),
    category: text({ enum: categories }).notNull(),
    status: text({ enum: statuses }).notNull().default('received'),
    statusAt: moment().notNull().defaultNow(),
    receivingAuthority: text({ enum: authorities }).notNull(),
    /** Given by the receiving authority's register, without gaps. */
    registrationNumber: text().unique(),
    /** The language the resident wants to be answered in. */
    language: text().notNull(),
    /** The language it is written in, as guessed or corrected; null when nobody could tell. */
    writtenIn: text(),
    channel: text({ enum: channels }).notNull().default('web'),
    /** The language that an interpreter spoke, when staff wrote it down with one. */
    interpretedFrom: text(),
    /** Who wrote it down for the resident. */
    enteredById: text().references(() => staff.id),
    body: text().notNull(),
    /** What was answered to the questions of the category. */
    answers: jsonb().$type<QuestionAnswer[]>().notNull().default([]),
    /** HMAC-SHA-256 of everything that was received, in hexadecimal; stands in the proof of receipt. */
    fingerprint: text().notNull().default(''),
    heldFor: text({ enum: heldReasons }).array().notNull().default([]),
    /** When staff marked it as spam. */
    spamAt: moment(),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
    /** The exact point, when one was given; never public. */
    lat: doublePrecision(),
    lon: doublePrecision(),
    place: text().references(() => places.slug),
    placeNote: text().notNull().default(''),
    /** HMAC of the receipt code; the code itself is nowhere. */
    codeHash: text().notNull().unique(),
    /** Public half of the key pair derived from the receipt code. */
    codePublicKey: text().notNull(),
    assigneeId: text().references(() => staff.id),
    /**
     * By when somebody has to act: the nearest day of the clocks that run, none while they stand. Kept by `keepDue` in the
     * transaction of each change.
     */
    dueOn: date(),
    /** Kept with it: whether it waits for somebody outside, or is back from waiting for anybody. */
    waiting: text({ enum: waitings }),
    /** It holds until the next step is taken, a move or a message of ours. */
    stated: jsonb().$type<StatedDay>(),
    priority: text({ enum: priorities }).notNull().default('normal'),
    /** A last day for the answer that a rule has set, beside what the authority promises. */
    deadlineOn: date(),
    /** When the rules of the authority were tried on it, and which of them took it. */
    ruledAt: moment(),
    ruleId: uuid(),
    /** The company that a rule proposes to route it to, once somebody has rewritten the text for it. */
    proposedTo: text().references(() => organisations.slug),
    /** The template that a rule suggests to whoever answers. */
    templateId: uuid(),
    mergedIntoId: uuid(),
    /** Where a merged submission was before, so that a merge can be undone. */
    statusBeforeMerge: text({ enum: statuses }),
    /** Since when it was there; kept by a trigger, which gives it back. */
    statusAtBeforeMerge: moment(),
    screenedAt: moment(),
    /** The draft of what the public will read; shown only while publishedAt is set. */
    publicTitle: jsonb().$type<Translated>(),
    publicBody: jsonb().$type<Translated>(),
    /** The languages whose public text is older than the Swedish. */
    publicStaleIn: text().array().notNull().default([]),
    /** The hexagon shown in public (H3 index). */
    cell: text(),
    publicAreaCode: text().references(() => areas.code),
    /** The hexagons by which maps gather what is near (H3): of resolution 9, some 350 m wide, 8 and 7, some 2.4 km. */
    block: text(),
    quarter: text(),
    ward: text(),
    /** The wide hexagon (H3 resolution 8) around the public place, by which what is near is found. */
    vicinity: text(),
    publishedAt: moment(),
    example: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    /** Who wrote last, in the thread or in an answer; null while nobody has. Kept by triggers, as the next two are. */
    lastWord: text({ enum: messageSenders }),
    hasPhotos: boolean().notNull().default(false),
    /** Linked to a commitment. */
    linked: boolean().notNull().default(false),
    /** The organisations that it was routed to; a copy, kept by a trigger. */
    routedTo: text().array().notNull().default([]),
    /** Its place in the queue: by these two, and then by its id. */
    urgency: smallint().notNull().generatedAlwaysAs(urgency),
    turn: bigint({ mode: 'number' }).notNull().generatedAlwaysAs(turn),
    /** The words of the thread and of the answers, kept by triggers. */
    said: searchable().notNull().default(''),
    search: searchable()
      .notNull()
      .generatedAlwaysAs(sql.raw(`${wordsOf("body || ' ' || place_note")} || said || ${readersOf} || ${signs}`)),
  },
  (table) => [
    foreignKey({ columns: [table.mergedIntoId], foreignColumns: [table.id] }),
    index('submissions_search').using('gin', table.search),
    // The queue of each state in its order, whole and by what it is narrowed by most. The columns after the id are what
    // decides who sees it and what else it is narrowed by, so that counting and turning pages reads the index alone.
    index('submissions_queue').on(
      ...[table.receivingAuthority, table.status, table.urgency, table.turn, table.id],
      ...[table.areaCode, table.category, table.assigneeId, table.writtenIn],
      ...narrowedElse.map((column) => table[column]),
    ),
    ...narrowedMost.map((column) =>
      index(`submissions_queue_by_${queueIndexes[column]}`).on(
        ...[table.receivingAuthority, table[column], table.status, table.urgency, table.turn, table.id],
        ...narrowedMost.filter((other) => other !== column).map((other) => table[other]),
        ...narrowedElse.map((other) => table[other]),
      ),
    ),
    index('submissions_published').on(table.publishedAt, table.id).where(isPublished),
    // Each way to narrow the public list, in its order; by what else it is narrowed is told without reading the row.
    index('submissions_published_by_kind').on(table.kind, table.publishedAt, table.id).where(isPublished),
    index('submissions_published_by_category')
      .on(table.category, table.publishedAt, table.id, table.kind)
      .where(isPublished),
    ...(['publicAreaCode', 'cell', 'block', 'quarter', 'ward'] as const).map((place) =>
      index(`submissions_published_by_${place === 'publicAreaCode' ? 'area' : place}`)
        .on(table[place], table.publishedAt, table.id, table.category, table.kind)
        .where(isPublished),
    ),
    index('submissions_near')
      .on(table.vicinity, table.category, table.publishedAt)
      .where(
        sql`published_at is not null and status in ('received', 'screening', 'in_progress', 'waiting_for_resident', 'reopen_requested')`,
      ),
    index().on(table.createdAt),
    index('submissions_merged')
      .on(table.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    // What else has come from an area about the same thing, the newest first.
    index('submissions_alike').on(table.areaCode, table.category, table.createdAt),
    index('submissions_to_register')
      .on(table.receivingAuthority, table.createdAt)
      .where(sql`registration_number is null`),
    index('submissions_due')
      .on(table.receivingAuthority, table.dueOn)
      .where(sql`due_on is not null`),
    index('submissions_to_close')
      .on(table.statusAt)
      .where(sql`status = 'answered'`),
  ],
)

/**
 * The words of all submissions, by who reads them (`search_readers`) and by area: how many hold each, and what is left of
 * it when a letter is taken away; counted anew now and then, so that a search finds what was misspelt. Read by the search
 * alone, and of that what the searcher reads.
 */
export const searchWords = pgTable(
  'search_words',
  {
    word: text().notNull(),
    /** An authority, which has received them, or "to " and an organisation that they were routed to. */
    reader: text().notNull(),
    areaCode: text().notNull(),
    cases: integer().notNull(),
    parts: text().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.reader, table.areaCode] }),
    index('search_words_parts').using('gin', table.parts),
    index('search_words_reader').on(table.reader, table.areaCode),
  ],
)

/** How many published submissions each hexagon holds in each area, kept by triggers; see 0009_keep_counts.sql. */
export const hexagonCounts = pgTable(
  'hexagon_counts',
  {
    /** 8: every hexagon is a quarter. 9: a block. 10: the public place itself, which may be wider. */
    level: smallint().notNull(),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
    cell: text().notNull(),
    quarter: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.level, table.areaCode, table.cell] }),
    index().on(table.quarter, table.level),
  ],
)

/** The legal moves; a trigger refuses any other change of status. */
export const legalMoves = pgTable(
  'legal_moves',
  {
    fromStatus: text({ enum: statuses }).notNull(),
    toStatus: text({ enum: statuses }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromStatus, table.toStatus] })],
)

/** To whom a resident can be sent who takes no part here. */
export const outsideAuthorities = [
  'trafikverket',
  'vasttrafik',
  'raddningstjansten',
  'lansstyrelsen',
  'varden',
  'arbetsmiljoverket',
  'diskrimineringsombudsmannen',
  'skatteverket',
] as const
export type OutsideAuthority = (typeof outsideAuthorities)[number]

/** Each move that was made. */
export const moves = pgTable(
  'moves',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    fromStatus: text({ enum: statuses }).notNull(),
    toStatus: text({ enum: statuses }).notNull(),
    /** Told to the resident when the matter is not pursued or sent elsewhere. */
    reason: text().notNull().default(''),
    /** Whom the resident was sent to, when it is somebody outside. */
    outside: text({ enum: outsideAuthorities }),
    staffId: text().references(() => staff.id),
    movedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.movedAt)],
)

/** Each time that one authority handed a submission over to the other; written by hand_over_case alone. */
export const handovers = pgTable(
  'handovers',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    fromAuthority: text({ enum: authorities }).notNull(),
    toAuthority: text({ enum: authorities }).notNull(),
    /** Its number in the register of the authority that had it; none when it had got none yet. */
    registrationNumber: text(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    handedOverAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.handedOverAt)],
)

/** The thread under the receipt code. */
export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    sender: text({ enum: messageSenders }).notNull(),
    staffId: text().references(() => staff.id),
    /** The function the message is signed with; staff only. */
    signedAs: jsonb().$type<Translated>(),
    body: text().notNull(),
    /** The form's token, so that the same message posted twice is one. */
    formTokenHash: text().unique(),
    sentAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.sentAt)],
)

/** Internal notes; they stay inside the writer's organisation unless shared. */
export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    body: text().notNull(),
    sharedAt: moment(),
    writtenAt: moment().notNull().defaultNow(),
    /** Its words, who reads it, and in which week its case came; kept by a trigger. */
    search: searchable().notNull().default(''),
  },
  (table) => [index().on(table.submissionId, table.writtenAt), index('notes_search').using('gin', table.search)],
)

/** Which organisations a submission was routed to; a company sees only the rewritten text. */
export const routings = pgTable(
  'routings',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    rewrittenBody: text(),
    /** Null where a rule did it. */
    staffId: text().references(() => staff.id),
    ruleId: uuid(),
    routedAt: moment().notNull().defaultNow(),
    /**
     * Copies of what narrows the queue, and of what decides who sees it, so that its index alone is read; kept by triggers.
     * Its place goes by the state and by when the case came, which tells nothing of how it is judged or by when we act; for
     * a company there is no sign of the thread either.
     */
    status: text({ enum: statuses }).notNull().default('received'),
    urgency: smallint().notNull().default(1),
    turn: bigint({ mode: 'number' }).notNull().default(0),
    receivingAuthority: text({ enum: authorities }),
    kind: text({ enum: kinds }),
    areaCode: text(),
    category: text({ enum: categories }),
    assigneeId: text(),
    writtenIn: text(),
    screenedAt: moment(),
    createdAt: moment(),
    lastWord: text({ enum: messageSenders }),
    hasPhotos: boolean().notNull().default(false),
    linked: boolean().notNull().default(false),
    /** Of the text that was rewritten: all that a company can search. */
    search: searchable()
      .notNull()
      .generatedAlwaysAs(sql.raw(wordsOf("coalesce(rewritten_body, '')"))),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.organisation] }),
    index('routings_queue').on(
      ...[table.organisation, table.status, table.urgency, table.turn, table.submissionId, table.receivingAuthority],
      ...narrowedMost.map((column) => table[column]),
      ...[table.kind, table.screenedAt, table.createdAt, table.lastWord, table.hasPhotos, table.linked],
    ),
  ],
)

export const submissionCommitments = pgTable(
  'submission_commitments',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    commitmentId: uuid()
      .notNull()
      .references(() => commitments.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    linkedAt: moment().notNull().defaultNow(),
    /** When the submission was published, while it is; kept by a trigger. */
    shownAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.commitmentId] }),
    index('submission_commitments_shown').on(table.commitmentId, table.shownAt, table.submissionId),
  ],
)

export const audiences = ['public', 'resident'] as const

/** Official answers; every version stays. */
export const responses = pgTable(
  'responses',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    version: integer().notNull(),
    audience: text({ enum: audiences }).notNull(),
    /** Empty once the version is withdrawn: see `withdrawals`. */
    body: jsonb().$type<Translated>().notNull(),
    /** The languages whose text is older than the Swedish. */
    staleIn: text().array().notNull().default([]),
    signedAs: jsonb().$type<Translated>().notNull(),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    givenAt: moment().notNull().defaultNow(),
    /** Withdrawn for secrecy or privacy: the text is gone from history, the date stays. */
    withdrawnAt: moment(),
  },
  (table) => [
    index().on(table.submissionId, table.version),
    index('responses_first')
      .on(table.givenAt)
      .where(sql`version = 1`),
  ],
)

/** Every public text that was shown to the public, kept by a trigger; what was withdrawn has no text any more. */
export const publicTexts = pgTable(
  'public_texts',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    title: jsonb().$type<Translated>(),
    body: jsonb().$type<Translated>(),
    staleIn: text().array().notNull().default([]),
    staffId: text().references(() => staff.id),
    shownAt: moment().notNull().defaultNow(),
    withdrawnAt: moment(),
  },
  (table) => [uniqueIndex().on(table.submissionId, table.version)],
)

export const withdrawnParts = ['answer', 'public-text'] as const
export const withdrawalGrounds = ['secrecy', 'privacy'] as const
export type WithdrawalGround = (typeof withdrawalGrounds)[number]

/** What was withdrawn from the public, why and by whom: for those alone who handle the submission. */
export const withdrawals = pgTable(
  'withdrawals',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    part: text({ enum: withdrawnParts }).notNull(),
    version: integer().notNull(),
    ground: text({ enum: withdrawalGrounds }).notNull(),
    reason: text().notNull(),
    /** What stood there, by language. */
    texts: jsonb().$type<Translated>().notNull(),
    /** The authority that had the submission then, and alone reads what stood there and why. */
    authority: text({ enum: authorities }).notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    withdrawnAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId)],
)
