import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics, Histogram, register } from 'prom-client'
import { isReady } from '#app/domain/records/is-ready.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'

collectDefaultMetrics()
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to the end of the answer',
  labelNames: ['method', 'status'],
})

/** Never measured: how many tips there are, and how often somebody reads them, is in no number that others see. */
const isOfTips = /^\/[^/?]+\/(submit\/tip|tips)(?=[/?.]|$)/

/** Answers /healthz, /readyz and /metrics, and measures every other request but streams, which last as long as a page. True when it answered. */
export function operations(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url?.split('?')[0]
  if (path === '/healthz') return answer(response, 200, 'ok\n')
  if (path === '/readyz') {
    void isReady().then((ready) => answer(response, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n'))
    return true
  }
  if (path === '/metrics') {
    if (!mayReadMetrics(request)) return answer(response, 404, '')
    void register.metrics().then((text) => answer(response, 200, text, register.contentType))
    return true
  }
  if (isOfTips.test(request.url ?? '') || path === paths.staffEvents()) return false
  const end = durations.startTimer()
  response.once('finish', () => end({ method: request.method ?? '', status: response.statusCode }))
  return false
}

/** A request on this machine that no proxy passed on, or one with the token. */
function mayReadMetrics({ headers, socket }: IncomingMessage): boolean {
  const { metricsToken } = settings()
  if (metricsToken && headers.authorization === `Bearer ${metricsToken}`) return true
  const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')
  return local && headers['x-forwarded-for'] === undefined
}

function answer(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): true {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text)
  return true
}
