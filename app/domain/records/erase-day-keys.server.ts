import { lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { dayKeys, rateLimits } from '#db/schema/records.ts'
import { keptSince } from './retention.ts'

/** Throws away day keys older than 48 hours and spent counters, in the worker's transaction. */
export async function eraseDayKeys(tx: Tx, now: Date): Promise<void> {
  const oldest = keptSince('dayKeys', now).toISOString().slice(0, 10)
  await tx.delete(dayKeys).where(lt(dayKeys.day, oldest))
  await tx.delete(rateLimits).where(lt(rateLimits.expire, now))
}
