import { customType, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'
import { staff } from './staff.ts'
import { messages, submissions, withdrawalGrounds } from './submissions.ts'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/**
 * Who sees a photo. Internal: whoever reads the case as it was sent. Public: everybody too, in its public version, while
 * the case is published. Withheld: those alone whose authority has the case.
 */
export const photoStates = ['internal', 'public', 'withheld'] as const
export type PhotoState = (typeof photoStates)[number]

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
    state: text({ enum: photoStates }).notNull().default('internal'),
    keptAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.position), index().on(table.formHash)],
)

/** A part of a photo, in percent of its width and height, counted from its upper left corner. */
export type PhotoPart = { left: number; top: number; width: number; height: number }

/** What staff have decided about a photo; none until somebody has. The photo itself stays as it was sent. */
export const photoEdits = pgTable(
  'photo_edits',
  {
    photoId: uuid()
      .primaryKey()
      .references(() => photos.id, { onDelete: 'cascade' }),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    /** One more with each change of what stands here or of the state, so that nobody overwrites what she has not seen. */
    version: integer().notNull(),
    /** What is shown of it; null for all. */
    crop: jsonb().$type<PhotoPart>(),
    /** What is painted black. */
    boxes: jsonb().$type<PhotoPart[]>().notNull().default([]),
    /** What it shows, in words, for who does not see it; null until somebody has written it. */
    alt: jsonb().$type<Translated>(),
    /** Why it is withheld, while it is. */
    ground: text({ enum: withdrawalGrounds }),
    reason: text().notNull().default(''),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    editedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId)],
)

/**
 * The public version of a photo, made anew from it and encrypted as it is: there only while its state is public. Its id
 * is its address, and says nothing of the photo that it was made of.
 */
export const publicPhotos = pgTable(
  'public_photos',
  {
    id: uuid().primaryKey().defaultRandom(),
    photoId: uuid()
      .notNull()
      .unique()
      .references(() => photos.id, { onDelete: 'cascade' }),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    /** Its place among the photos of the submission, in the order they came. */
    position: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    alt: jsonb().$type<Translated>().notNull(),
    sealed: bytea().notNull(),
    madeAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.submissionId, table.position)],
)
