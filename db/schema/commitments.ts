import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { areas } from './areas.ts'
import { moment, type Translated } from './shared.ts'
import { organisations, staff } from './staff.ts'

export const pledgeStates = ['draft', 'published', 'closed'] as const
export const measureKinds = ['count', 'schedule', 'service-level', 'done', 'none'] as const
export const comparisons = ['at-least', 'at-most', 'exactly'] as const
export const periods = ['pledge', 'year', 'half-year', 'term', 'month'] as const

/** A citizen pledge (medborgarlöfte): what police and city promise for a period. */
export const pledges = pgTable('pledges', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  state: text({ enum: pledgeStates }).notNull(),
  startsOn: date().notNull(),
  endsOn: date().notNull(),
  title: jsonb().$type<Translated>().notNull(),
  situation: jsonb().$type<Translated>().notNull(),
  focus: jsonb().$type<Translated>().notNull(),
  aims: jsonb().$type<Translated[]>().notNull(),
  followAlong: jsonb().$type<Translated>().notNull(),
  contact: jsonb().$type<Translated>().notNull(),
  example: boolean().notNull().default(false),
})

export const commitments = pgTable(
  'commitments',
  {
    id: uuid().primaryKey().defaultRandom(),
    pledgeId: uuid()
      .notNull()
      .references(() => pledges.id),
    number: integer().notNull(),
    slug: text().notNull().unique(),
    title: jsonb().$type<Translated>().notNull(),
    body: jsonb().$type<Translated>().notNull(),
    measure: text({ enum: measureKinds }).notNull(),
    comparison: text({ enum: comparisons }),
    target: integer(),
    unit: jsonb().$type<Translated>(),
    per: text({ enum: periods }),
    /** How many published submissions it answers; kept by a trigger. */
    voices: integer().notNull().default(0),
  },
  (table) => [unique().on(table.pledgeId, table.number)],
)

export const commitmentOwners = pgTable(
  'commitment_owners',
  {
    commitmentId: uuid()
      .notNull()
      .references(() => commitments.id),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    position: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.commitmentId, table.organisation] })],
)

/** What an owner reports. Never overwritten: a wrong entry is corrected by a new one. */
export const entries = pgTable(
  'entries',
  {
    id: uuid().primaryKey().defaultRandom(),
    commitmentId: uuid()
      .notNull()
      .references(() => commitments.id),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    on: date().notNull(),
    /** What is added to the sum; negative in a correction. Null where only words are reported. */
    count: integer(),
    areaCode: text().references(() => areas.code),
    note: text().notNull().default(''),
    correctsId: uuid(),
    staffId: text().references(() => staff.id),
    example: boolean().notNull().default(false),
    reportedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.commitmentId, table.on)],
)
