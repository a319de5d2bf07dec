import { desc, eq } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { auditAnchors } from '#db/schema/records.ts'

/**
 * Where the chain of everything but tips ended when it was last linked: its last position and that line's hash, as
 * `POSITION:HASH`, to be kept elsewhere too. Undefined before the first line.
 */
export async function lastAnchor(): Promise<string | undefined> {
  const [last] = await as(worker, (tx) =>
    tx
      .select({ position: auditAnchors.position, hash: auditAnchors.hash })
      .from(auditAnchors)
      .where(eq(auditAnchors.chain, 'audit'))
      .orderBy(desc(auditAnchors.day))
      .limit(1),
  )
  return last && `${last.position}:${last.hash}`
}
