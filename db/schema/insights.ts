import { date, integer, pgTable, primaryKey, smallint, text, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { areas } from './areas.ts'
import { moment } from './shared.ts'
import { authorities, organisations } from './staff.ts'
import { categories } from './submissions.ts'

// Figures of concerns and ideas, counted by the worker. None of them names a case.

/** What figures can be narrowed by. The week is its Monday; the language is the one that the resident wrote in. */
const narrowed = () => ({
  week: date().notNull(),
  authority: text({ enum: authorities }).notNull(),
  areaCode: text()
    .notNull()
    .references(() => areas.code),
  category: text({ enum: categories }).notNull(),
  language: text().notNull(),
})

type Narrowed = Record<keyof ReturnType<typeof narrowed>, AnyPgColumn>
const keyOf = ({ week, authority, areaCode, category, language }: Narrowed) =>
  [week, authority, areaCode, category, language] as const

/** What happened in each week. */
export const weeklyCounts = pgTable(
  'weekly_counts',
  {
    ...narrowed(),
    received: integer().notNull(),
    /** Of those that were received, how many have been linked to a commitment. */
    linked: integer().notNull(),
    /** How many got their first answer. */
    answered: integer().notNull(),
    /** What residents said in that week of the answers that they got. */
    heardYes: integer().notNull(),
    heardPartly: integer().notNull(),
    heardNo: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'weekly_counts_pk', columns: [...keyOf(table)] })],
)

/** After how many days those were answered that got their first answer in each week; many days are gathered. */
export const answerTimes = pgTable(
  'answer_times',
  { ...narrowed(), days: smallint().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ name: 'answer_times_pk', columns: [...keyOf(table), table.days] })],
)

/** In which wide hexagons (H3 resolution 8, some 900 m wide) those lie that were received in each week with a point. */
export const weeklyHexagons = pgTable(
  'weekly_hexagons',
  { ...narrowed(), cell: text().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ name: 'weekly_hexagons_pk', columns: [...keyOf(table), table.cell] })],
)

/** What lay with each organisation when it was last counted, of what an authority has received. */
export const workloads = pgTable(
  'workloads',
  {
    authority: text({ enum: authorities }).notNull(),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
    /** Open ones that somebody there has; of the authority itself also those that nobody has. */
    open: integer().notNull(),
    /** Of the open ones: nobody has them. */
    unassigned: integer().notNull(),
    /** Of the open ones: they wait for the resident. */
    waiting: integer().notNull(),
    /** Of the open ones: they came more than four weeks ago. */
    old: integer().notNull(),
    /** Open ones of others that were routed here. */
    routed: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.authority, table.organisation, table.areaCode] })],
)

/** When the figures of each week were last counted. */
export const countedWeeks = pgTable('counted_weeks', { week: date().primaryKey(), countedAt: moment().notNull() })
