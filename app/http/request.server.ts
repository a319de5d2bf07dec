import { settings } from '#app/settings.server.ts'
import { isRef } from '#app/domain/is-ref.ts'
import type { FormStep } from '#app/domain/submissions/form-steps.ts'
import { languages, languageTags, type Language } from '#app/i18n/languages.ts'
import { found } from './answers.server.ts'

/** What the server knows of a request beside the request itself; lives in memory as long as the request does. */
export type RequestContext = {
  address: string
  errorId?: string
  step?: FormStep
  /** The path that was asked for, where it is answered as another; see hide-tips.server.ts. */
  shownAs?: string
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}

/** The languages that are offered: in production those that a native speaker has reviewed, in trial mode all. */
export const offeredLanguages = (): Language[] =>
  languageTags.filter((tag) => languages[tag].reviewed || settings().mode === 'trial')

/** The language of a resident's page; one that is unknown or not offered is not there. */
export function languageFrom(params: { lang?: string | undefined }): Language {
  return found(offeredLanguages().find((tag) => tag === params.lang))
}

/** The public reference in an address; one of another shape is not there. */
export function refFrom({ ref = '' }: { ref?: string | undefined }): string {
  return found(isRef(ref) ? ref : undefined)
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
