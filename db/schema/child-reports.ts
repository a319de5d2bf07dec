import { date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'
import { authorities, staff } from './staff.ts'
import { submissions } from './submissions.ts'

/** To whom a report of concern about a child is made. */
export const childReportReceivers = ['nordost', 'on-call', 'elsewhere'] as const
export type ChildReportReceiver = (typeof childReportReceivers)[number]

/** That a report of concern about a child was made because of a case; never about whom, or what it says. */
export const childReports = pgTable(
  'child_reports',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    /** The authority whose staff made it, and alone read of it. */
    authority: text({ enum: authorities }).notNull(),
    reportedOn: date().notNull(),
    receiver: text({ enum: childReportReceivers }).notNull(),
    /** The function that made it. */
    signedAs: jsonb().$type<Translated>().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    notedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.notedAt)],
)
