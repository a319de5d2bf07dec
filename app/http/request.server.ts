import { settings } from '#app/settings.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { found } from './answers.server.ts'

/** What the server knows of a request beside the request itself; lives in memory as long as the request does. */
export type RequestContext = { address: string; errorId?: string }

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}

/** The language of a resident's page; an unknown one is not there. */
export function languageFrom(params: { lang?: string | undefined }): Language {
  return found(isLanguage(params.lang) ? params.lang : undefined)
}

/**
 * The visitor's network address: the last one that TRUST_PROXY proxies in front vouch for. Used for counters only,
 * as a keyed hash.
 */
export function visitorAddress(request: Request, socketAddress: string): string {
  const trusted = settings().trustProxy
  if (trusted === 0) return socketAddress
  const forwarded = (request.headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-trusted) || socketAddress
}

/** True when pages reach people over https, so that cookies may be marked for it. */
export const isSecure = (): boolean => settings().baseUrl.startsWith('https://')
