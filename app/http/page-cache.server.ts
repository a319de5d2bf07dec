import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Set by the rendering of a page that may be kept: the query parameters that its content depends on. */
export const keepHeader = 'x-keep-page'

type Entry = {
  etag: string
  headers: [string, string][]
  until: number
  bodies: Record<'br' | 'gzip' | 'identity', Buffer>
}

const most = 2000
const longest = 60_000

/**
 * Keeps rendered public pages by path and declared query parameters, compressed once. An entry lives until something
 * public changes, for a minute at most, and never past midnight in Stockholm. What was invalidated while it was being
 * rendered is not kept.
 */
export function makePageCache(now: () => number = Date.now) {
  const entries = new Map<string, Entry>()
  const declared = new Map<string, string[]>()
  let generation = 0

  const keyOf = (address: string): string | undefined => {
    const url = new URL(address, 'http://localhost')
    const names = declared.get(url.pathname)
    return names && [url.pathname, ...names.map((name) => url.searchParams.getAll(name).join(','))].join('\n')
  }

  return {
    /** Forgets everything: something that the public sees has changed. */
    clear(this: void): void {
      generation++
      entries.clear()
    },
    /** Answers from what is kept. True when it did. */
    answer(this: void, request: IncomingMessage, response: ServerResponse): boolean {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const key = keyOf(request.url ?? '/')
      const entry = key === undefined ? undefined : entries.get(key)
      if (!entry || entry.until <= now()) return false
      send(entry, request, response)
      return true
    },
    /** Renders a page and keeps it when the page says that it may be kept. */
    async through(request: Request, render: () => Promise<Response>): Promise<Response> {
      const before = generation
      const answer = await render()
      const names = answer.headers.get(keepHeader)
      if (names === null) return answer
      answer.headers.delete(keepHeader)
      const url = new URL(request.url)
      const wanted = names.split(',').filter(Boolean).sort()
      if ([...url.searchParams.keys()].some((name) => !wanted.includes(name))) return answer
      const body = Buffer.from(await answer.clone().arrayBuffer())
      const entry = await entryOf(body, answer.headers, now())
      if (before === generation) {
        if (entries.size >= most) entries.clear()
        if (declared.size >= most) declared.clear()
        declared.set(url.pathname, wanted)
        entries.set(keyOf(url.pathname + url.search)!, entry)
      }
      answer.headers.set('ETag', entry.etag)
      return answer
    },
  }
}

export type PageCache = ReturnType<typeof makePageCache>

async function entryOf(body: Buffer, headers: Headers, now: number): Promise<Entry> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(body),
  ])
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return {
    etag,
    headers: [...headers],
    until: Math.min(now + longest, midnightAfter(now)),
    bodies: { br, gzip: gz, identity: body },
  }
}

function send(entry: Entry, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of entry.headers) response.setHeader(name, value)
  response.setHeader('ETag', entry.etag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match'] === entry.etag) return void response.writeHead(304).end()
  const accepted = request.headers['accept-encoding']?.toString() ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
  const body = entry.bodies[encoding]
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(200, { 'Content-Length': body.length }).end(request.method === 'HEAD' ? undefined : body)
}

/** The next midnight in Stockholm, in milliseconds. */
export function midnightAfter(now: number): number {
  const clock = new Date(now).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' })
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return now + ((24 - hours) * 3600 - minutes * 60 - seconds) * 1000
}
