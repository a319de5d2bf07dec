import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { areas, places } from './areas.ts'
import { commitments } from './commitments.ts'
import { moment, type Translated } from './shared.ts'
import { organisations } from './staff.ts'

export const dialogueKinds = ['meeting', 'drop-in', 'digital', 'hybrid', 'safety-walk'] as const
/** "Full" is not stored: it follows from the capacity and the bookings. */
export const dialogueStates = ['scheduled', 'open', 'postponed', 'cancelled', 'held'] as const
export const questionKinds = ['text', 'choice'] as const
export const bookingStates = ['confirmed', 'waitlisted', 'offered', 'cancelled'] as const
export const stepKinds = ['before', 'walk', 'follow-up'] as const

/** One of the three steps of a safety walk. */
export type Step = { kind: (typeof stepKinds)[number]; startsAt: string; text: Translated }

/** A citizen dialogue or a safety walk. */
export const dialogues = pgTable(
  'dialogues',
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    kind: text({ enum: dialogueKinds }).notNull(),
    state: text({ enum: dialogueStates }).notNull().default('open'),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    title: jsonb().$type<Translated>().notNull(),
    summary: jsonb().$type<Translated>().notNull(),
    body: jsonb().$type<Translated>().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    signUpClosesAt: moment().notNull(),
    placeName: text().notNull(),
    address: text().notNull().default(''),
    place: text().references(() => places.slug),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
    lat: doublePrecision(),
    lon: doublePrecision(),
    onlineUrl: text(),
    /** Seats; null where no seat is short. */
    capacity: integer(),
    maxPartySize: integer().notNull().default(4),
    languages: text().array().notNull(),
    interpretation: text().array().notNull(),
    stepFree: boolean().notNull().default(false),
    hearingLoop: boolean().notNull().default(false),
    childcare: boolean().notNull().default(false),
    food: boolean().notNull().default(false),
    steps: jsonb().$type<Step[]>().notNull().default([]),
    cancelledReason: jsonb().$type<Translated>(),
    said: jsonb().$type<Translated[]>().notNull().default([]),
    willDo: jsonb().$type<Translated[]>().notNull().default([]),
    cannot: jsonb().$type<Translated[]>().notNull().default([]),
    /** Number of changes a calendar must take notice of (RFC 5545 SEQUENCE). */
    sequence: integer().notNull().default(0),
    example: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    changedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.startsAt)],
)

export const dialogueQuestions = pgTable(
  'dialogue_questions',
  {
    id: uuid().primaryKey().defaultRandom(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    position: integer().notNull(),
    label: jsonb().$type<Translated>().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    options: jsonb().$type<Translated[]>().notNull().default([]),
    required: boolean().notNull().default(false),
  },
  (table) => [index().on(table.dialogueId, table.position)],
)

export const dialogueCommitments = pgTable(
  'dialogue_commitments',
  {
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    commitmentId: uuid()
      .notNull()
      .references(() => commitments.id),
  },
  (table) => [primaryKey({ columns: [table.dialogueId, table.commitmentId] })],
)

/** A party that has signed up. */
export const bookings = pgTable(
  'bookings',
  {
    id: uuid().primaryKey().defaultRandom(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** HMAC of the secret in the link; the secret itself is nowhere. */
    tokenHash: text().notNull().unique(),
    state: text({ enum: bookingStates }).notNull(),
    /** The order of sign-up; the waiting list is served by it. */
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    email: text(),
    partySize: integer().notNull(),
    language: text().notNull(),
    needs: text().notNull().default(''),
    answers: jsonb().$type<Record<string, string>>().notNull().default({}),
    offeredUntil: moment(),
    createdAt: moment().notNull().defaultNow(),
    changedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.dialogueId, table.state, table.position)],
)
