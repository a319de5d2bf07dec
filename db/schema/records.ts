import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from './shared.ts'
import { authorities, staff } from './staff.ts'
import { kinds, submissions } from './submissions.ts'

/** The registers of each authority; that of tips is by itself and never shown with the other. */
export const registerNames = ['submissions', 'tips'] as const

/** The last number given in each register of an authority in a year; no gap ever. */
export const registers = pgTable(
  'registers',
  {
    authority: text({ enum: authorities }).notNull(),
    register: text({ enum: registerNames }).notNull().default('submissions'),
    year: integer().notNull(),
    lastNumber: integer().notNull().default(0),
  },
  (table) => [unique().on(table.authority, table.register, table.year)],
)

/**
 * What stands in the register of submissions: one row for each number, which stays when the case itself is kept
 * elsewhere or has been disposed of. Tips have none.
 */
export const registrations = pgTable(
  'registrations',
  {
    registrationNumber: text().primaryKey(),
    authority: text({ enum: authorities }).notNull(),
    year: integer().notNull(),
    number: integer().notNull(),
    registeredOn: date().notNull(),
    /** Null when the case is not kept here any more. */
    submissionId: uuid()
      .unique()
      .references(() => submissions.id, { onDelete: 'set null' }),
    /** When the case was disposed of, and under which decision. */
    disposedOn: date(),
    disposalDecision: text(),
  },
  (table) => [unique().on(table.authority, table.year, table.number)],
)

/** What a disposal rule takes away: whole cases, or photos as they were received. */
export const disposalTargets = ['cases', 'originals'] as const
export type DisposalTarget = (typeof disposalTargets)[number]

/** What is disposed of and when, under which decision. Nothing goes before a registrar has approved the rule. */
export const disposalRules = pgTable(
  'disposal_rules',
  {
    id: uuid().primaryKey().defaultRandom(),
    authority: text({ enum: authorities }).notNull(),
    target: text({ enum: disposalTargets }).notNull(),
    kind: text({ enum: kinds }).notNull(),
    /** Counted from when a case was closed, or a photo received. */
    afterDays: integer().notNull(),
    /** The number of the disposal decision. */
    decision: text().notNull(),
    madeById: text()
      .notNull()
      .references(() => staff.id),
    madeAt: moment().notNull().defaultNow(),
    approvedById: text().references(() => staff.id),
    approvedAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    check('disposal_has_decision', sql`btrim(${table.decision}) <> ''`),
    check('disposal_has_age', sql`${table.afterDays} >= 1`),
    check('disposal_never_of_tips', sql`${table.kind} <> 'tip'`),
  ],
)

/** The protocol of what went, by rule and night: counts and registration numbers, never content. */
export const disposals = pgTable('disposals', {
  id: uuid().primaryKey().defaultRandom(),
  ruleId: uuid()
    .notNull()
    .references(() => disposalRules.id),
  disposedOn: date().notNull(),
  count: integer().notNull(),
  registrationNumbers: text().array().notNull().default([]),
})

/** That something in a case is or may be secret: what, under which law, by whom. A mark that was lifted stays. */
export const secrecyMarks = pgTable(
  'secrecy_marks',
  {
    id: uuid().primaryKey().defaultRandom(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    what: text().notNull(),
    /** The section of law, in words. */
    law: text().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    markedAt: moment().notNull().defaultNow(),
    liftedById: text().references(() => staff.id),
    liftedAt: moment(),
  },
  (table) => [index().on(table.submissionId)],
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
    /** Its place in the chain, without gaps, and SHA-256 over the line before it and this one; both by the worker. */
    position: bigint({ mode: 'number' }).unique(),
    hash: text(),
  },
  (table) => [
    index().on(table.subject, table.id),
    index().on(table.event, table.id),
    index().on(table.staffId, table.id),
    index().using('brin', table.at),
    index('audit_lines_to_link')
      .on(table.id)
      .where(sql`position is null`),
  ],
)

/** The chains of audit lines: that of everything, and that of what holders do with tips, by itself. */
export const auditChains = ['audit', 'tips'] as const
export type AuditChain = (typeof auditChains)[number]

/** Where each chain ended on each day, signed, so that lines cannot be cut off its end or the chain made anew. */
export const auditAnchors = pgTable(
  'audit_anchors',
  {
    chain: text({ enum: auditChains }).notNull(),
    day: date().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
    /** HMAC under a lasting key, in base64url. */
    signature: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.day] })],
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
