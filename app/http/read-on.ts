import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Reads on what is left of a body when its request has been answered before it was read whole, and throws it away: else
 * the next request on the same connection would wait behind it until that is cut.
 */
export function readOn(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (!request.complete) request.removeAllListeners('data').resume()
  })
}
