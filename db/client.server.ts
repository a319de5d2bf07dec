import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { once } from './once.server.ts'
import type { OrganisationKind } from './schema/staff.ts'

type Schema = Record<string, never>
export type Tx = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>

/** A resident is known by what she holds: a code, the token of a form (each as its hash), or the link of a bell. */
export type Resident = { as: 'resident'; codeHash?: string; formHash?: string; bellId?: string }

/** For whom a transaction is opened; each kind has a database role of its own. */
export type Viewer =
  | { as: 'public' | 'worker' | 'auth' | 'seed' }
  | Resident
  /**
   * A member of staff. What she reaches follows from her row in the table of staff, here only who she is; `tips` is the
   * same as a holder of tips: no other role reaches them.
   */
  | { as: 'staff' | 'tips'; id: string; organisation: string; organisationKind?: OrganisationKind }

export const everyone: Viewer = { as: 'public' }
export const worker: Viewer = { as: 'worker' }

type Pool = { client: postgres.Sql; db: PostgresJsDatabase<Schema> }
const pools = once<{ main?: Pool; auth?: Pool }>('pools', () => ({}))

type Pooled = {
  /** How many connections at most. */
  max?: number
  /** Is told the text of every statement, without its values. */
  onStatement?: (statement: string) => void
}

/** Opens the pools towards a database; called once, before anything is asked of it. */
export function connect(url: string, { max = 10, onStatement }: Pooled = {}): void {
  if (pools.main) throw new Error('already connected to a database')
  pools.main = poolFor(url, { max, onStatement })
  pools.auth = poolFor(url, { max: Math.min(max, 3), onStatement }, 'portal_auth')
}

function poolFor(url: string, { max, onStatement }: Pooled & { max: number }, role?: string): Pool {
  const client = postgres(url, {
    max,
    onnotice: () => {},
    ...(onStatement && { debug: (_connection: number, statement: string) => onStatement(statement) }),
    connection: { application_name: 'portal', ...(role ? { role } : {}) },
  })
  return { client, db: drizzle(client, { casing: 'snake_case' }) }
}

/** Closes the pools; what is under way is finished first, for at most five seconds. */
export async function disconnect(): Promise<void> {
  const { main, auth } = pools
  pools.main = pools.auth = undefined
  await Promise.all([main?.client.end({ timeout: 5 }), auth?.client.end({ timeout: 5 })])
}

/**
 * Opens a transaction under the viewer's database role and runs `work` in it; rolled back when `work` throws.
 * No request asks the database in any other way. `seed` keeps the connecting role's own rights: for seeds and commands
 * of the operator, never for a request.
 */
export function as<Result>(viewer: Viewer, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { main } = pools
  if (!main) throw new Error('not connected to a database')
  const { id = '', organisation = '' } = 'organisation' in viewer ? viewer : {}
  const { codeHash = '', formHash = '', bellId = '' } = viewer.as === 'resident' ? viewer : {}
  return inTime((begun) =>
    main.db.transaction(async (tx) => {
      const role = roleOf(viewer)
      await tx.execute(sql`select set_config('role', ${role}, true),
      ${role === 'portal_company' ? sql`set_config('search_path', 'company, public', true),` : sql``}
      set_config('portal.staff', ${id}, true), set_config('portal.organisation', ${organisation}, true),
      set_config('portal.code_hash', ${codeHash}, true), set_config('portal.form_hash', ${formHash}, true),
      set_config('portal.bell_id', ${bellId}, true)`)
      begun()
      return work(tx)
    }),
  )
}

/**
 * The local role. A private company's staff have one of their own, for which the tables of submissions, moves and staff
 * are views without the resident's words; see 0012_rights_and_accounts.sql.
 */
function roleOf(viewer: Viewer): string {
  if (viewer.as === 'seed') return 'none'
  return viewer.as === 'staff' && viewer.organisationKind === 'company' ? 'portal_company' : `portal_${viewer.as}`
}

/** How long a transaction may take to begin, in milliseconds. */
const patience = 15_000

/** Gives up a transaction that does not begin: of a database that goes away some never hear that it is gone. */
function inTime<Result>(run: (begun: () => void) => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const tooLate = new Error('the database does not answer')
    const timer = setTimeout(() => reject(tooLate), patience)
    const begun = () => {
      // The caller has given up: what begins now must leave no trace.
      if (performance.now() - start >= patience) throw tooLate
      clearTimeout(timer)
    }
    const start = performance.now()
    void run(begun)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** The database as the sign-in library and the rate limiter need it: a small pool that runs as portal_auth. */
export function authDatabase(): PostgresJsDatabase<Schema> {
  if (!pools.auth) throw new Error('not connected to a database')
  return pools.auth.db
}

/** True when the database answers, within three seconds. */
export async function reachable(): Promise<boolean> {
  if (!pools.main) return false
  const late = new AbortController()
  const answer = pools.main.client`select 1`.then(
    () => true,
    () => false,
  )
  const silence = pause(3000, false, { signal: late.signal }).catch(() => false)
  return Promise.race([answer, silence]).finally(() => late.abort())
}

/** The class and SQLSTATE of a database error, fit for a log; never its message, which may hold what a person wrote. */
export function errorCode(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const name = cause instanceof Error ? cause.name : typeof cause
  const code = cause && typeof cause === 'object' && 'code' in cause ? String(cause.code) : ''
  return code ? `${name} ${code}` : name
}
