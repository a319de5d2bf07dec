import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { isLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { cspReportPath } from './headers.ts'
import { log } from './log.server.ts'

const [longest, mostKinds, logEvery] = [16_384, 100, 60_000]

/** What is kept of a report, whichever of the two ways browsers tell it in. */
const told = z.object({ directive: z.string(), page: z.string() })
const report = z.union([
  z
    .object({
      'csp-report': z.object({
        'effective-directive': z.string().optional(),
        'violated-directive': z.string().optional(),
        'document-uri': z.string(),
      }),
    })
    .transform(({ 'csp-report': one }) => [
      { directive: one['effective-directive'] ?? one['violated-directive'] ?? '', page: one['document-uri'] },
    ]),
  z
    .array(
      z.object({
        type: z.literal('csp-violation'),
        body: z.object({ effectiveDirective: z.string(), documentURL: z.string() }),
      }),
    )
    .max(20)
    .transform((all) => all.map(({ body }) => ({ directive: body.effectiveDirective, page: body.documentURL }))),
])

/**
 * Takes what browsers tell of the content security policy, where CSP_REPORT is on: of each report the directive and the
 * page of ours are counted, and the counts are logged once a minute. True when it answered.
 */
export function cspReports(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url?.split('?')[0] !== cspReportPath || request.method !== 'POST') return false
  if (!settings().cspReport) return answer(response, 404)
  if (Number(request.headers['content-length'] ?? 0) > longest) return answer(response, 413)
  void text(request).then(
    (body) => answer(response, countReports(body) ? 204 : 400),
    () => response.destroy(),
  )
  return true
}

function answer(response: ServerResponse, status: number): true {
  response.writeHead(status, { 'Cache-Control': 'no-store' }).end()
  return true
}

const counts = new Map<string, number>()
let logged: NodeJS.Timeout | undefined

/** False for what is no report. Of many kinds only the first are counted by themselves, until they are logged. */
function countReports(body: string): boolean {
  const { data } = report.safeParse(parsed(body))
  if (!data) return false
  for (const { directive, page } of data.map((one) => told.parse(one))) {
    const kind = `${knownDirective(directive)} ${shapeOf(page)}`
    const counted = counts.has(kind) || counts.size < mostKinds ? kind : 'others *'
    counts.set(counted, (counts.get(counted) ?? 0) + 1)
  }
  logged ??= setTimeout(logCounts, logEvery).unref()
  return true
}

function logCounts(): void {
  for (const [kind, count] of counts) {
    const [directive, page] = kind.split(' ')
    log.warn({ directive, page, count }, 'the content security policy stopped something')
  }
  counts.clear()
  logged = undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const knownDirective = (directive: string): string =>
  /^(?:(?:default|script|style|img|font|connect|manifest|object|frame|child|worker|media)-src(?:-elem|-attr)?|form-action|frame-ancestors|base-uri)(?= |$)/.exec(
    directive,
  )?.[0] ?? 'other'

/** The words of our own addresses; whatever else stands in one may be somebody's token. */
const words = new Set(
  Object.values(paths)
    .flatMap((path) => (path as (...parts: unknown[]) => string)('*', '*', []).split(/[/?]/))
    .filter((word) => /^[a-z-]+$/.test(word)),
)

/** The path of a page of ours, with a star for every part that is no word of our addresses. */
export function shapeOf(page: string): string {
  const parts = URL.parse(page, settings().baseUrl)?.pathname.split('/').slice(0, 8) ?? ['*']
  return parts.map((part) => (part === '' || words.has(part) || isLanguage(part) ? part : '*')).join('/')
}
