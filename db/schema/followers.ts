import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { submissions } from './submissions.ts'

/** Who follows a published submission of somebody else under a receipt code of her own, instead of writing the same. */
export const followers = pgTable(
  'followers',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    /** HMAC of the receipt code; the code itself is nowhere. */
    codeHash: text().notNull().unique(),
    language: text().notNull(),
    followedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId)],
)

/** An e-mail address that is told that there is something to read, never what. It rings once it is confirmed. */
export const bells = pgTable(
  'bells',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .unique()
      .references(() => submissions.id),
    followerId: uuid()
      .unique()
      .references(() => followers.id),
    email: text().notNull(),
    language: text().notNull(),
    confirmedAt: moment(),
    askedAt: moment().notNull().defaultNow(),
  },
  () => [check('bell_of_one', sql`num_nonnulls(submission_id, follower_id) = 1`)],
)

export const heardAnswers = ['yes', 'partly', 'no'] as const
export type HeardAnswer = (typeof heardAnswers)[number]

/** Whether the resident felt heard by one version of the answer. */
export const ratings = pgTable(
  'ratings',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    responseVersion: integer().notNull(),
    heard: text({ enum: heardAnswers }).notNull(),
    ratedAt: moment().notNull().defaultNow(),
  },
  (table) => [unique().on(table.submissionId, table.responseVersion), index().on(table.ratedAt)],
)
