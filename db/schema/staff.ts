import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'

/** Two authorities answer here; each has its own register. */
export const authorities = ['polisen', 'goteborg'] as const
export type Authority = (typeof authorities)[number]

export const organisationKinds = ['authority', 'municipal', 'region', 'company', 'association'] as const
export const entryRules = ['at-once', 'monthly'] as const
export const roles = ['admin', 'officer', 'coordinator', 'registrar', 'partner', 'organiser', 'analyst'] as const
export type Role = (typeof roles)[number]

/** Who takes part: authorities, the city's units, housing companies, clubs. */
export const organisations = pgTable('organisations', {
  slug: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: organisationKinds }).notNull(),
  /** The authority this organisation is part of; its staff may act for that authority. */
  authority: text({ enum: authorities }),
  /** What the public sees of its entries: each at once, or a month's sum seven days after the month. */
  entriesShown: text({ enum: entryRules }).notNull().default('at-once'),
})

/** Everybody who can sign in to the back office. */
export const staff = pgTable('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  role: text({ enum: roles }).notNull(),
  organisation: text()
    .notNull()
    .references(() => organisations.slug),
  /** How this person signs in public: a function, never a name. */
  signsAs: jsonb().$type<Translated>().notNull(),
  deactivatedAt: moment(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
})

export const staffSessions = pgTable(
  'staff_sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.staffId)],
)

export const staffAccounts = pgTable(
  'staff_accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.staffId)],
)

export const staffVerifications = pgTable('staff_verifications', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
})
