import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { authorities, staff } from './staff.ts'
import { submissions } from './submissions.ts'

/** That somebody may be in danger now, said of a case, until somebody on duty takes it. */
export const alarms = pgTable(
  'alarms',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    raisedById: text()
      .notNull()
      .references(() => staff.id),
    raisedAt: moment().notNull().defaultNow(),
    takenById: text().references(() => staff.id),
    takenAt: moment(),
  },
  (table) => [
    index().on(table.submissionId, table.raisedAt),
    index('alarms_untaken')
      .on(table.raisedAt)
      .where(sql`taken_at is null`),
  ],
)

/** Where those on duty of each authority are reached when there is an alarm. */
export const dutyDesks = pgTable('duty_desks', {
  authority: text({ enum: authorities }).primaryKey(),
  addresses: text().array().notNull().default([]),
  changedAt: moment().notNull().defaultNow(),
})
