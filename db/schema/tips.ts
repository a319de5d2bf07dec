import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { areas } from './areas.ts'
import { moment } from './shared.ts'
import { staff, staffSessions } from './staff.ts'
import { messageSenders } from './submissions.ts'

// Tips have tables of their own, which no role but the holders', the resident's with her code and the worker's reaches:
// no count, list or search of submissions can ever hold one. Where a submission has a time, a tip has a day.

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const tipStatuses = ['received', 'opened', 'closed'] as const
export type TipStatus = (typeof tipStatuses)[number]

/** The key pair that tips are sealed to; a new one whenever a holder is revoked. One is not retired. */
export const tipsKeys = pgTable(
  'tips_keys',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** X25519, base64url. */
    publicKey: text().notNull(),
    /** Its secret half, sealed to the recovery key. */
    recoverySealed: bytea().notNull(),
    recoveryKeyId: uuid()
      .notNull()
      .references(() => recoveryKeys.id),
    madeOn: date().notNull(),
    /** Since when somebody who had it holds tips no more: whoever opens it next puts a new one in its place. */
    rotationDueOn: date(),
    retiredOn: date(),
  },
  () => [
    uniqueIndex('tips_keys_one_in_use')
      .on(sql`(true)`)
      .where(sql`retired_on is null`),
  ],
)

/** The key whose secret half is on paper only, in three shares of which two open it. One is not retired. */
export const recoveryKeys = pgTable(
  'recovery_keys',
  {
    id: uuid().primaryKey().defaultRandom(),
    publicKey: text().notNull(),
    madeOn: date().notNull(),
    retiredOn: date(),
  },
  () => [
    uniqueIndex('recovery_keys_one_in_use')
      .on(sql`(true)`)
      .where(sql`retired_on is null`),
  ],
)

/** An officer who can open tips: a key pair, its secret half wrapped under the officer's passphrase. */
export const tipHolders = pgTable('tip_holders', {
  staffId: text()
    .primaryKey()
    .references(() => staff.id),
  publicKey: text().notNull(),
  wrappedSecret: text().notNull(),
  /** Who opens tips in this holder's place, and who is told when they lie unopened for long. */
  deputyId: text().references(() => staff.id),
  headId: text().references(() => staff.id),
  madeOn: date().notNull(),
})

/** The secret half of a tips key, sealed to one holder by a holder who already could. Taken away when revoked. */
export const tipsKeyGrants = pgTable(
  'tips_key_grants',
  {
    keyId: uuid()
      .notNull()
      .references(() => tipsKeys.id),
    staffId: text()
      .notNull()
      .references(() => tipHolders.staffId),
    sealed: bytea().notNull(),
    /** Null for the first, who made the key. */
    grantedById: text().references(() => staff.id),
    grantedOn: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.staffId] })],
)

/** That a holder has opened tips in one session: her secret key, encrypted under a key that only her cookie holds. */
export const tipUnlocks = pgTable('tip_unlocks', {
  sessionId: text()
    .primaryKey()
    .references(() => staffSessions.id, { onDelete: 'cascade' }),
  staffId: text()
    .notNull()
    .references(() => tipHolders.staffId),
  sealedSecret: text().notNull(),
  usedAt: moment().notNull().defaultNow(),
})

export const tips = pgTable(
  'tips',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Of the same shape as that of a submission. */
    ref: text().notNull().unique(),
    status: text({ enum: tipStatuses }).notNull().default('received'),
    registrationNumber: text().unique(),
    areaCode: text()
      .notNull()
      .references(() => areas.code),
    receivedOn: date().notNull(),
    openedOn: date(),
    closedOn: date(),
    /** When it went to the police's own case system, and the SHA-256 of what went. */
    handedOverOn: date(),
    handedOverDigest: text(),
    assigneeId: text().references(() => staff.id),
    /** HMAC of the receipt code; the code itself is nowhere. */
    codeHash: text().notNull().unique(),
    codePublicKey: text().notNull(),
    /** HMAC, under a key that follows from the receipt code, of all that was received; stands in the proof of receipt. */
    fingerprint: text().notNull(),
    /** Text, answers, category, place, hexagon, time, language and reasons to look closer, under the tip's own key. */
    content: bytea().notNull(),
    /** The tip's own key, sealed to the tips key. */
    sealedKey: bytea().notNull(),
    tipsKeyId: uuid()
      .notNull()
      .references(() => tipsKeys.id),
    /** The tip's own key, sealed to the key pair of the receipt code. */
    residentKey: bytea().notNull(),
    /** What the resident is not to read, such as the notes of a submission that became a tip, under a key of its own. */
    officersContent: bytea(),
    /** That key, sealed to the tips key. */
    officersKey: bytea(),
    example: boolean().notNull().default(false),
  },
  (table) => [index().on(table.status, table.receivedOn), index().on(table.tipsKeyId)],
)

/** The thread of a tip, in the order of `position`; who signed and when it was sent are in the content. */
export const tipMessages = pgTable(
  'tip_messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    tipId: uuid()
      .notNull()
      .references(() => tips.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    sender: text({ enum: messageSenders }).notNull(),
    content: bytea().notNull(),
    sentOn: date().notNull(),
    /** When a holder read what the resident wrote. */
    readOn: date(),
    formTokenHash: text().unique(),
  },
  (table) => [unique().on(table.tipId, table.position)],
)

/**
 * Photos of tips, encoded anew, under the tip's own key. One that waits for its form is under a key that follows from
 * the form's token, which is stored nowhere.
 */
export const tipPhotos = pgTable(
  'tip_photos',
  {
    id: uuid().primaryKey().defaultRandom(),
    formHash: text().notNull(),
    tipId: uuid(),
    messageId: uuid().references(() => tipMessages.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** HMAC of the file as it was received, under a key that follows from the form's token. */
    digest: text().notNull(),
    content: bytea().notNull(),
    /** The file as it was received, likewise encrypted; absent where a disposal decision says that originals go. */
    original: bytea(),
    keptOn: date().notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.tipId], foreignColumns: [tips.id] }).onDelete('cascade'),
    index().on(table.tipId, table.position),
    index().on(table.formHash),
  ],
)

/** As `audit_lines`, for what holders do with tips: by day, and read by holders only. */
export const tipAuditLines = pgTable(
  'tip_audit_lines',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    day: date().notNull(),
    event: text().notNull(),
    staffId: text(),
    subject: text().notNull(),
    details: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    /** Its place in the chain, without gaps, and SHA-256 over the line before it and this one; both by the worker. */
    position: bigint({ mode: 'number' }).unique(),
    hash: text(),
  },
  (table) => [
    index('tip_audit_lines_to_link')
      .on(table.id)
      .where(sql`position is null`),
  ],
)
