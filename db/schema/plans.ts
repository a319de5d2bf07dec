import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'
import { staff } from './staff.ts'
import { audiences, categories, submissions } from './submissions.ts'

export const plannedActs = ['answer', 'publish'] as const
export type PlannedAct = (typeof plannedActs)[number]

/** How a plan ended. */
export const planEnds = ['done', 'cancelled', 'refused'] as const

/** The answer as it was written; of a publication nothing. */
export type PlannedAnswer = {
  body: Translated
  audience: (typeof audiences)[number]
  after: number
  confirmed: string[]
}

/** What is to be given or published later: at a time, or once a second person has approved it. */
export const plans = pgTable(
  'plans',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    act: text({ enum: plannedActs }).notNull(),
    answer: jsonb().$type<PlannedAnswer>(),
    /** Of an answer that goes to many: the same for each of them, and all of them are given or none. */
    batch: uuid(),
    /** Of a publication: the mark of the text that was read when it was planned. */
    mark: text(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    /** Not before; null at once. */
    dueAt: moment(),
    needsSecond: boolean().notNull().default(false),
    approvedById: text().references(() => staff.id),
    approvedAt: moment(),
    madeAt: moment().notNull().defaultNow(),
    endedAt: moment(),
    ended: text({ enum: planEnds }),
    /** Why it was refused when its time came. */
    refusal: text(),
  },
  (table) => [
    check('second_is_another', sql`${table.approvedById} is null or ${table.approvedById} <> ${table.staffId}`),
    uniqueIndex('plans_open')
      .on(table.submissionId, table.act)
      .where(sql`ended_at is null`),
    index().on(table.batch),
    index('plans_due')
      .on(table.dueAt)
      .where(sql`ended_at is null`),
  ],
)

/** The categories in which a second person approves what is answered and published; in trial mode nowhere. */
export const fourEyes = pgTable('four_eyes', {
  category: text({ enum: categories }).primaryKey(),
  staffId: text()
    .notNull()
    .references(() => staff.id),
  setAt: moment().notNull().defaultNow(),
})
