import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'
import { staff } from './staff.ts'
import { categories, statuses } from './submissions.ts'

/** What a template is inserted into: the official answer, or a reply in the thread. */
export const templateUses = ['answer', 'reply'] as const
export type TemplateUse = (typeof templateUses)[number]

/** Texts that are written beforehand, with placeholders. One that was ever there is retired, never deleted. */
export const templates = pgTable('templates', {
  id: uuid().primaryKey().defaultRandom(),
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
})
