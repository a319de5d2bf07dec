import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { organisations, staff } from './staff.ts'

/** A filter of the queue that somebody has named: for herself, or for all of her organisation who read the queue. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey().defaultRandom(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    shared: boolean().notNull(),
    name: text().notNull(),
    /** The filters of the address as they were then; one that means nothing any more is left out when it is shown. */
    filter: jsonb().$type<Record<string, string>>().notNull(),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('saved_views_own')
      .on(table.staffId, sql`lower(${table.name})`)
      .where(sql`not shared`),
    uniqueIndex('saved_views_shared')
      .on(table.organisation, sql`lower(${table.name})`)
      .where(sql`shared`),
  ],
)
