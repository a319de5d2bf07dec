import { customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { messages, submissions } from './submissions.ts'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/**
 * Photos, decoded and encoded anew (WebP, without metadata) and encrypted under a lasting key. One that belongs to no
 * submission yet waits for the form that it was sent with.
 */
export const photos = pgTable(
  'photos',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Keyed hash of the token of the form that it came with. */
    formHash: text().notNull(),
    submissionId: uuid().references(() => submissions.id),
    /** The message that it came with, when it came later. */
    messageId: uuid().references(() => messages.id),
    position: integer().notNull().default(0),
    width: integer().notNull(),
    height: integer().notNull(),
    /** SHA-256 of the file as it was received, in hexadecimal. */
    digest: text().notNull(),
    sealed: bytea().notNull(),
    /** The file as it was received, encrypted; absent where a disposal decision says that originals are thrown away. */
    sealedOriginal: bytea(),
    keptAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.position), index().on(table.formHash)],
)
