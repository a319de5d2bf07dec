import { sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'

/** Takes away the cases whose hash of a code begins with the mark of a test, and where they were routed. */
export const removeCases = (mark: string): Promise<void> =>
  as({ as: 'seed' }, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const own = sql`(select id from submissions where code_hash like ${`${mark}%`})`
    await tx.execute(sql`delete from routings where submission_id in ${own}`)
    await tx.execute(sql`delete from submissions where code_hash like ${`${mark}%`}`)
  })
