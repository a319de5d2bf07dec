import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '#app/settings.server.ts'
import { mayCarryPhotos } from './photo-bodies.ts'

const largestBody = 1_000_000

/**
 * Five photos and the texts are 80 MB. Somebody who chose too many, or too large ones, is to be told so at her form, so
 * more is read, and what is too much thrown away as it comes.
 */
const largestWithPhotos = 250_000_000

/**
 * Refuses a request that changes something when a browser says that it comes from another site, or when its body is
 * larger than any form of ours. True when it was refused, and answered.
 */
export function refusePost(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const status = isOurs(request) ? refusedBody(request) : 403
  if (status) response.writeHead(status, { Connection: 'close' }).end()
  return status !== 0
}

/** 413 for a body larger than any form of ours, 411 for one that does not say how large it is, else 0. */
function refusedBody(request: IncomingMessage): number {
  const { headers } = request
  if (headers['transfer-encoding'] !== undefined) return 411
  const largest = mayCarryPhotos(request) ? largestWithPhotos : largestBody
  return Number(headers['content-length'] ?? 0) > largest ? 413 : 0
}

/** Browsers name the page's origin on every POST; a request without one comes from no browser, so from no other site. */
function isOurs({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  return origin === undefined || origin === settings().baseUrl || URL.parse(origin)?.host === headers.host
}
