import { timestamp } from 'drizzle-orm/pg-core'

/** A text in several languages, keyed by language tag; Swedish is the source and always there. */
export type Translated = { sv: string } & Partial<Record<string, string>>

/** A moment with time zone, to the millisecond. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
