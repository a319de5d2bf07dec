import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { authorities, organisations, staff } from './staff.ts'
import { categories, kinds, priorities } from './submissions.ts'
import { templates } from './templates.ts'

/**
 * What is done by itself with what comes in: the rules of an authority, tried in order until one is met. A list without
 * anything in it asks for nothing. One that has ended stays, since cases say by which rule they were sent on.
 */
export const routingRules = pgTable(
  'routing_rules',
  {
    id: uuid().primaryKey().defaultRandom(),
    authority: text({ enum: authorities }).notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    areas: text().array().notNull().default([]),
    categories: text({ enum: categories }).array().notNull().default([]),
    kinds: text({ enum: kinds }).array().notNull().default([]),
    languages: text().array().notNull().default([]),
    words: text().array().notNull().default([]),
    /** The time of day in Stockholm, HH:MM; the second may be the morning after. */
    fromTime: text(),
    toTime: text(),
    organisation: text().references(() => organisations.slug),
    assigneeId: text().references(() => staff.id),
    priority: text({ enum: priorities }),
    /** In so many working days it is answered. */
    answerWithin: smallint(),
    /** The template that is suggested to whoever answers. */
    templateId: uuid(),
    madeById: text()
      .notNull()
      .references(() => staff.id),
    madeAt: moment().notNull().defaultNow(),
    endedAt: moment(),
  },
  (table) => [
    index('routing_rules_in_force')
      .on(table.authority, table.position)
      .where(sql`ended_at is null`),
    foreignKey({
      name: 'rule_suggests_own_template',
      columns: [table.templateId, table.authority],
      foreignColumns: [templates.id, templates.authority],
    }),
    check('rule_never_of_tips', sql`not ('tip' = any (${table.kinds}))`),
    check('rule_has_both_times', sql`(${table.fromTime} is null) = (${table.toTime} is null)`),
  ],
)
