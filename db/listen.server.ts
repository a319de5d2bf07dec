import postgres from 'postgres'
import { once } from './once.server.ts'

const listening = once('listening', () => ({ to: undefined as string | undefined }))

/** What is called for each notice on a channel, with its words; and without any when notices may have been missed. */
export type Heard = (words?: string) => void

/**
 * Listens to channels of the database on one connection of its own. A channel's function is called for every notice, and
 * each time the connection is made anew, since notices may have been missed. Gives the function that ends it.
 */
export async function listenTo(url: string, channels: Record<string, Heard>): Promise<() => Promise<void>> {
  if (listening.to) throw new Error(`already listening to ${listening.to}`)
  listening.to = Object.keys(channels).join(', ')
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'portal listener' } })
  for (const [channel, heard] of Object.entries(channels))
    await client.listen(
      channel,
      (words) => heard(words),
      () => heard(),
    )
  return async () => {
    listening.to = undefined
    await client.end({ timeout: 1 })
  }
}
