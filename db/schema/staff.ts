import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, jsonb, pgTable, text, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { moment, type Translated } from './shared.ts'

/** Two authorities answer here; each has its own register. */
export const authorities = ['polisen', 'goteborg'] as const
export type Authority = (typeof authorities)[number]

export const organisationKinds = ['authority', 'municipal', 'region', 'company', 'association'] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export const entryRules = ['at-once', 'monthly'] as const
export const roles = ['admin', 'officer', 'coordinator', 'registrar', 'partner', 'organiser', 'analyst'] as const
export type Role = (typeof roles)[number]
/** The roles that can be limited to some areas: those who act on what comes in, not who keeps the register or the portal. */
const rolesByArea = ['officer', 'coordinator', 'partner'] as const satisfies readonly Role[]

/** By what a session was opened. */
export const sessionWays = ['password', 'passkey', 'single-sign-on'] as const
export type SessionWay = (typeof sessionWays)[number]

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

const areaRoles = sql.raw(rolesByArea.map((role) => `'${role}'`).join(', '))
const limitedByRole = (name: string, { areas, role }: { areas: AnyPgColumn; role: AnyPgColumn }) =>
  check(name, sql`${areas} = '{}' or ${role} in (${areaRoles})`)

/** Everybody who can sign in to the back office. */
export const staff = pgTable(
  'staff',
  {
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
    /** The codes of the areas that she is limited to; none is no limit. A trigger checks that they are there. */
    areas: text().array().notNull().default([]),
    deactivatedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [limitedByRole('staff_limited_by_role', table)],
)

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
    via: text({ enum: sessionWays }).notNull().default('password'),
    /** When the person last proved who she is: at sign-in, or when she was asked again. */
    confirmedAt: moment().notNull().defaultNow(),
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

/** A link that lets somebody choose a password: for an account that is to be, or (`staffId`) for one that is there. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    /** The link follows from this id under a lasting key; nothing of it is stored. */
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: roles }).notNull(),
    organisation: text()
      .notNull()
      .references(() => organisations.slug),
    signsAs: jsonb().$type<Translated>().notNull(),
    /** The areas that the account will be limited to. */
    areas: text().array().notNull().default([]),
    staffId: text().references(() => staff.id, { onDelete: 'cascade' }),
    /** Null where the operator invited from the command line. */
    invitedBy: text().references(() => staff.id, { onDelete: 'set null' }),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.expiresAt), limitedByRole('staff_invitations_limited_by_role', table)],
)

/** An app that shows a new code every half minute, and what replaces it when the telephone is lost. */
export const staffSecondFactors = pgTable('staff_second_factors', {
  staffId: text()
    .primaryKey()
    .references(() => staff.id, { onDelete: 'cascade' }),
  /** The secret that the app holds too, under a lasting key. */
  sealedSecret: text().notNull(),
  /** The half minute of the last code that was taken, counted from 1970, so that no code is taken twice. */
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  /** Hashes of the recovery codes that are left. */
  recoveryHashes: text().array().notNull().default([]),
  /** Null until the first code from the app was right. */
  confirmedAt: moment(),
  createdAt: moment().notNull().defaultNow(),
})

/** The public half of a key that a person's telephone, computer or security key holds. */
export const staffPasskeys = pgTable(
  'staff_passkeys',
  {
    /** The name by which the device knows the key, in base64url. */
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull().default(0),
    transports: text().array().notNull().default([]),
    usedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.staffId)],
)
