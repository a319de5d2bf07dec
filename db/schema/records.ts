import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { authorities } from './staff.ts'

/** The last number given in each authority's register of a year; no gap ever. */
export const registers = pgTable(
  'registers',
  {
    authority: text({ enum: authorities }).notNull(),
    year: integer().notNull(),
    lastNumber: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.authority, table.year] })],
)

/** Append-only: who did what and when, never the content. */
export const auditLines = pgTable(
  'audit_lines',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull().defaultNow(),
    event: text().notNull(),
    /** Null where a resident or the portal itself acted. */
    staffId: text(),
    subject: text().notNull(),
    details: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
  },
  (table) => [index().on(table.subject, table.id)],
)

/** Lasting random keys, each wrapped under APP_SECRET, so that APP_SECRET can change. */
export const lastingKeys = pgTable('lasting_keys', {
  purpose: text().primaryKey(),
  wrapped: text().notNull(),
  madeAt: moment().notNull().defaultNow(),
})

/** The key of one day for the hashes behind limits; unlogged, gone after 48 hours. */
export const dayKeys = pgTable('day_keys', {
  day: text().primaryKey(),
  key: text().notNull(),
})

/** Counters of the rate limiter; unlogged. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: moment(),
})

/** Mail kept where no SMTP server is set: trial mode shows it to staff. */
export const outbox = pgTable('outbox', {
  id: uuid().primaryKey().defaultRandom(),
  recipient: text().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  language: text().notNull(),
  keptAt: moment().notNull().defaultNow(),
})

/** Settings that staff may change while the portal runs. */
export const portalSettings = pgTable(
  'portal_settings',
  {
    name: text().primaryKey(),
    value: text().notNull(),
  },
  (table) => [
    check('tips_is_signpost_or_open', sql`${table.name} <> 'tips' or ${table.value} in ('signpost', 'open')`),
  ],
)
