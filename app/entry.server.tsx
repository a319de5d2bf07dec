import { createHash, randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { contentSecurityPolicy, cspReportPath } from './http/headers.ts'
import { logFailure } from './http/log.server.ts'
import { keepHeader } from './http/page-cache.server.ts'
import { staffLanguage } from './http/require-staff.server.ts'
import { speaking } from './i18n/catalogues.server.ts'
import { languageOfPath } from './i18n/languages.ts'
import type { Handle } from './root.tsx'
import { settings } from './settings.server.ts'
import { RenderingProvider } from './ui/rendering.tsx'

/**
 * Renders a page whole, so that its status, its headers and the hashes of its own inline scripts are known before the
 * first byte goes out.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = languageOfPath(new URL(request.url).pathname) ?? (await staffLanguage(request))
  const nonce = randomBytes(16).toString('hex')
  const marked = await render(
    <RenderingProvider value={{ errorId: loadContext.errorId ?? '', nonce }}>
      <I18nextProvider i18n={speaking(language)}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </I18nextProvider>
    </RenderingProvider>,
  )
  const { html, scripts } = hashScripts(marked, nonce)
  if (isBroken(context)) status = Math.max(status, 500)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy({ scripts, reportTo: reportAddress() }))
  const kept = status === 200 && request.method === 'GET' ? keptBy(context) : undefined
  if (kept && !headers.has('Set-Cookie')) headers.set(keepHeader, kept.join(','))
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', kept ? 'no-cache' : 'no-store')
  return new Response(html, { status, headers })
}

function render(page: React.ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe } = renderToPipeableStream(page, {
      // It comes after a failure too, when there is nothing to read: a second failure would be nobody's, and end all.
      onAllReady: () => {
        if (!failed) resolve(text(pipe(new PassThrough())))
      },
      onShellError: (error) => {
        failed = true
        reject(error)
      },
      onError: () => {},
    })
  })
}

/** True when a page could not be drawn, though what was posted before it had an answer of its own. */
const isBroken = ({ staticHandlerContext }: EntryContext): boolean =>
  Object.values(staticHandlerContext.errors ?? {}).some((error) => !isRouteErrorResponse(error))

/** The query parameters that the page declares when it may be kept: `handle = { kept: ['area'] }`. */
function keptBy({ staticHandlerContext, routeModules }: EntryContext): readonly string[] | undefined {
  const leaf = staticHandlerContext.matches.at(-1)
  return (leaf && (routeModules[leaf.route.id]?.handle as Handle | undefined))?.kept
}

const reportAddress = () => (settings().cspReport ? cspReportPath : undefined)

/**
 * Names our own inline scripts by hash: those that carry this rendering's nonce, which nobody else can know. None of
 * them, not even by an empty list, where the page runs no script.
 */
function hashScripts(marked: string, nonce: string): { html: string; scripts: string[] | undefined } {
  const hashes: string[] = []
  const mark = ` nonce="${nonce}"`
  for (const [, attributes, script] of marked.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (attributes?.includes(mark) && script) hashes.push(createHash('sha256').update(script).digest('base64'))
  }
  return { html: marked.replaceAll(mark, ''), scripts: marked.includes(mark) ? hashes : undefined }
}

/**
 * Logs what went wrong once, with an id that the page shows and without a word that a person wrote. What was asked wrongly
 * (an address that is not there, or takes no posts) is no failure of ours.
 */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.errorId = logFailure(error, { method: request.method, url: request.url, errorId: context.errorId })
}
