import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { bossDatabase } from './boss.server.ts'
import { jobNames } from './schema/jobs.ts'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
const lock = 7046029

/**
 * Brings a database up to date: the migrations, the queue's own tables and the rights on them. Several processes may
 * call it at once; one does the work.
 */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'portal migrate' } })
  try {
    await client`select pg_advisory_lock(${lock})`
    await runMigrations(drizzle(client), { migrationsFolder: folder })
    await installQueue(client)
    await client`select pg_advisory_unlock(${lock})`
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function installQueue(client: postgres.Sql): Promise<void> {
  const boss = new PgBoss({ db: bossDatabase(client), supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const name of jobNames) {
    const queue = { retryLimit: 10, retryDelay: 5, retryBackoff: true }
    if (!(await boss.getQueue(name))) await boss.createQueue(name, queue)
  }
  await boss.stop({ graceful: false })
  await client.unsafe(`
    GRANT USAGE ON SCHEMA pgboss TO portal_resident, portal_staff, portal_worker, portal_auth;
    GRANT SELECT ON pgboss.queue, pgboss.version TO portal_resident, portal_staff, portal_worker, portal_auth;
    GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO portal_resident, portal_staff, portal_worker, portal_auth;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO portal_resident, portal_staff, portal_worker, portal_auth;`)
}
