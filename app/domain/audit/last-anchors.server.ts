import { desc, eq } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { auditAnchors, type AuditChain } from '#db/schema/records.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { sealEnd } from './sealed-end.ts'

/**
 * Where each chain ended when it was last linked, to be kept elsewhere too: that of everything but tips as
 * `POSITION:HASH`, undefined before its first line; that of tips sealed, so that nobody who reads it learns whether there
 * are any or how much is done with them.
 */
export async function lastAnchors(): Promise<{ audit: string | undefined; tips: string }> {
  const audit = await lastAnchorOf('audit')
  const tips = (await lastAnchorOf('tips')) ?? { position: 0, hash: '' }
  return { audit: audit && `${audit.position}:${audit.hash}`, tips: sealEnd(await lastingKey('audit anchors'), tips) }
}

async function lastAnchorOf(chain: AuditChain) {
  const [last] = await as(worker, (tx) =>
    tx
      .select({ position: auditAnchors.position, hash: auditAnchors.hash })
      .from(auditAnchors)
      .where(eq(auditAnchors.chain, chain))
      .orderBy(desc(auditAnchors.day))
      .limit(1),
  )
  return last
}
