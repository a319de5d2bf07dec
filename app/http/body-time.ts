import type { IncomingMessage } from 'node:http'
import { mayCarryPhotos } from './photo-bodies.ts'

/** The longest time that a body with photos may take, in milliseconds: 75 MB from a phone with a poor connection. */
export const longestBodyTime = 20 * 60_000

/** How much of it must come between two looks, in bytes: the slowest of mobile nets sends ten times as much. */
const leastBetweenLooks = 60_000

/**
 * Cuts a request whose body does not come. One with photos may take long while it moves; every other is whole when it
 * is first looked at, a minute after its head.
 */
export function boundBodyTime(request: IncomingMessage, lookEvery = 60_000): void {
  const { headers, socket } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const slow = mayCarryPhotos(request)
  let seen = socket.bytesRead
  const look = setInterval(() => {
    const came = socket.bytesRead - seen
    seen += came
    if (request.complete || socket.destroyed) clearInterval(look)
    else if (!slow || came < leastBetweenLooks) socket.destroy()
  }, lookEvery)
  look.unref()
  request.once('close', () => clearInterval(look))
}
