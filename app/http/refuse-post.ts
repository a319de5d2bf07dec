import type { IncomingMessage, ServerResponse } from 'node:http'
import { settings } from '#app/settings.server.ts'

const largestBody = 1_000_000

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
function refusedBody({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > largestBody ? 413 : 0
}

/** Browsers name the page's origin on every POST; a request without one comes from no browser, so from no other site. */
function isOurs({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  return origin === undefined || origin === settings().baseUrl || URL.parse(origin)?.host === headers.host
}
