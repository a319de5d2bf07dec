import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { authDatabase } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { dayKeys } from '#db/schema/records.ts'
import { keyedHash } from '#app/sealing/keys.ts'

/**
 * What stands for a visitor in counters: a hash of the network address under today's random key, which is gone after
 * 48 hours. The address itself is stored nowhere.
 */
export async function visitorHash(address: string, now = new Date()): Promise<string> {
  return keyedHash(await keyOfDay(now.toISOString().slice(0, 10)), address).slice(0, 22)
}

async function keyOfDay(day: string): Promise<Uint8Array> {
  const kept = once<{ day?: string; key?: Uint8Array }>('day key', () => ({}))
  if (kept.day === day && kept.key) return kept.key
  const database = authDatabase()
  await database
    .insert(dayKeys)
    .values({ day, key: randomBytes(32).toString('base64') })
    .onConflictDoNothing()
  const [row] = await database.select().from(dayKeys).where(eq(dayKeys.day, day))
  if (!row) throw new Error('the key of the day is gone')
  kept.day = day
  kept.key = Buffer.from(row.key, 'base64')
  return kept.key
}
