import { jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'
import { authorities, staff } from './staff.ts'
import { categories, statuses } from './submissions.ts'

/** What a template is inserted into: the official answer, or a reply in the thread. */
export const templateUses = ['answer', 'reply'] as const
export type TemplateUse = (typeof templateUses)[number]

/**
 * Texts that are written beforehand, with placeholders; each authority has its own. One that was ever there is retired,
 * never deleted.
 */
export const templates = pgTable(
  'templates',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Whose it is: written by those who handle its cases, and offered for those cases only. */
    authority: text({ enum: authorities }).notNull(),
    use: text({ enum: templateUses }).notNull(),
    /** What staff call it; residents never see it. */
    name: text().notNull(),
    /** Offered only for this category; null for every one. */
    category: text({ enum: categories }),
    /** Offered only where a submission stands so; null wherever it stands. */
    status: text({ enum: statuses }),
    body: jsonb().$type<Translated>().notNull(),
    writtenById: text()
      .notNull()
      .references(() => staff.id),
    writtenAt: moment().notNull().defaultNow(),
    retiredAt: moment(),
  },
  // What a rule names is held to be of the rule's own authority.
  (table) => [unique('templates_of_authority').on(table.id, table.authority)],
)
