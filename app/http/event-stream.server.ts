import { findStaffOfSession } from '#app/domain/staff/queries.server.ts'
import { watchCases } from '#app/domain/changes/watch-cases.server.ts'

/** How often a stream says that it is still there, and looks whether its session is; in milliseconds. */
const heartbeat = 20_000

/** It is never kept, compressed or gathered on its way. */
const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/**
 * An answer that goes on: an event for each time that something has changed which the session's owner sees, with the
 * references and nothing else. It ends with the session, with the page and with the process. 204, after which a browser
 * asks no more by itself, when too many are open.
 */
export function eventStream(sessionId: string, { signal }: Request): Response {
  let stream!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({
    start: (started) => void (stream = started),
    cancel: () => void stop(),
  })
  const words = new TextEncoder()
  const write = (text: string) => stream.enqueue(words.encode(text))
  const end = () => {
    if (!stop()) return
    stream.close()
  }
  const watched = watchCases({
    ...{ sessionId, end },
    tell: (refs) => write(`event: changed\ndata: ${JSON.stringify({ refs })}\n\n`),
  })
  if (!watched) return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
  const beat = setInterval(() => {
    write(':\n\n')
    void findStaffOfSession(sessionId).then((staff) => staff ?? end(), end)
  }, heartbeat)
  let open = true
  /** True the first time. */
  function stop(): boolean {
    const wasOpen = open
    open = false
    clearInterval(beat)
    watched?.()
    return wasOpen
  }
  signal.addEventListener('abort', end)
  write('retry: 5000\n\n')
  return new Response(body, { headers })
}
