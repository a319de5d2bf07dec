import { randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { eq } from 'drizzle-orm'
import { authDatabase } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { dayKeys } from '#db/schema/records.ts'
import { keyedHash } from '#app/sealing/keys.ts'

/**
 * What stands for a visitor in counters: a hash of the network address under today's random key, which is gone after
 * 48 hours. The address itself is stored nowhere. Of an IPv6 address only the network counts, since whoever has one has
 * all its addresses.
 */
export async function visitorHash(address: string, now = new Date()): Promise<string> {
  return keyedHash(await keyOfDay(now.toISOString().slice(0, 10)), networkOf(address)).slice(0, 22)
}

/** The first 64 bits of an IPv6 address; any other address as it is. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
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
