import { sql } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'

/**
 * True when the portal takes tips: the setting says so, and they can be sealed to at least two active holders and a
 * recovery key.
 */
export async function tipsAreTaken(): Promise<boolean> {
  const [row] = await as(everyone, (tx) =>
    tx.execute<{ taken: boolean }>(sql`
      select tips_can_be_sealed()
        and exists (select from portal_settings where name = 'tips' and value = 'open') as taken`),
  )
  return row?.taken ?? false
}
