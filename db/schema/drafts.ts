import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { staff } from './staff.ts'
import { submissions } from './submissions.ts'

/** The forms that are kept half written. */
export const draftForms = ['answer', 'reply', 'public-text', 'note', 'redirect', 'hand-over', 'answer-many'] as const
export type DraftForm = (typeof draftForms)[number]

/** What somebody has half written in a form: hers alone, and gone with the case that it is about. */
export const drafts = pgTable(
  'drafts',
  {
    /** Null for what goes to many cases at once: it names none of them. */
    submissionId: uuid().references(() => submissions.id, { onDelete: 'cascade' }),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    form: text({ enum: draftForms }).notNull(),
    /** What stands in the fields of the form, by their names. */
    fields: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('drafts_own').on(table.submissionId, table.staffId, table.form).nullsNotDistinct(),
    check('draft_of_a_case', sql`(${table.submissionId} is null) = (${table.form} = 'answer-many')`),
  ],
)
