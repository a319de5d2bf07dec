import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A text in several languages, keyed by language tag; Swedish is the source and always there. */
export type Translated = { sv: string } & Partial<Record<string, string>>

/** A moment with time zone, to the millisecond. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

/** The words of a text, by which it is searched. */
export const searchable = customType<{ data: string }>({ dataType: () => 'tsvector' })
