import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { staff } from './staff.ts'
import { submissions } from './submissions.ts'
import { templateUses } from './templates.ts'

/** What somebody has half written in a form about a case: hers alone, and gone with the case. */
export const drafts = pgTable(
  'drafts',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    form: text({ enum: templateUses }).notNull(),
    /** What stands in the fields of the form, by their names. */
    fields: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.staffId, table.form] })],
)
