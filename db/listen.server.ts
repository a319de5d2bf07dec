import postgres from 'postgres'
import { once } from './once.server.ts'

const listeners = once('listeners', () => new Set<string>())

/**
 * Listens to a channel of the database on a connection of its own. `heard` is called for every notice, and each time
 * the connection is made anew, since notices may have been missed. Gives the function that ends it.
 */
export async function listenTo(url: string, channel: string, heard: () => void): Promise<() => Promise<void>> {
  if (listeners.has(channel)) throw new Error(`already listening to ${channel}`)
  listeners.add(channel)
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'portal listener' } })
  await client.listen(channel, heard, heard)
  return async () => {
    listeners.delete(channel)
    await client.end({ timeout: 1 })
  }
}
