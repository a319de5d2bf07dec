import { STATUS_CODES, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { boundAnswerTime } from './answer-time.ts'
import { longestBodyTime } from './body-time.ts'
import { usualHeaders } from './headers.ts'

/**
 * What a client may take of the server, in milliseconds and bytes: how long a head may be on its way and how large it
 * may be, and how long a connection is kept for the next request. The body and the answer have bounds of their own.
 */
export const clientBounds = {
  headersTimeout: 10_000,
  requestTimeout: longestBodyTime,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
}

/** Longer than any answer takes to be made: a connection on which nothing moves either way for so long is cut. */
const longestSilence = 5 * 60_000

/** More than a town has open at once, and few enough that the process stays within its files. */
const mostConnections = 5_000

/** How many lines of a head are read; a browser sends thirty. */
const mostHeaders = 100

/** Bounds what the connections of a server may take, and answers what is no request with the headers of every answer. */
export function boundConnections(server: Server): void {
  server.maxConnections = mostConnections
  server.maxHeadersCount = mostHeaders
  server.timeout = longestSilence
  server.on('connection', (socket) => boundAnswerTime(socket))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.write(bareAnswer(statuses[error.code ?? ''] ?? 400))
    socket.destroy()
  })
}

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

function bareAnswer(status: number): string {
  const headers = { ...usualHeaders, 'Content-Length': '0', Connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`
}
