import { createCookie } from '@remix-run/node'
import type { Language } from '#app/i18n/languages.ts'
import { offeredLanguages } from './request.server.ts'

/** The language a resident has chosen, for a year. */
export const languageCookie = createCookie('language', { path: '/', sameSite: 'lax', maxAge: 31_536_000 })

/** The saved choice, else the first language of the browser that we have, else Swedish. */
export async function chosenLanguage(request: Request): Promise<Language> {
  const saved: unknown = await languageCookie.parse(request.headers.get('Cookie'))
  const wanted = [saved, ...preferredLanguages(request.headers.get('Accept-Language') ?? '')]
  const offered = offeredLanguages()
  return wanted.map((tag) => offered.find((known) => known === tag)).find((tag) => tag !== undefined) ?? 'sv'
}

/** The languages of an Accept-Language header, most wanted first, without regions. */
function preferredLanguages(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', weight = 'q=1'] = part.trim().split(/\s*;\s*/)
      return { tag: tag.split('-')[0]!.toLowerCase(), weight: Number(weight.replace('q=', '')) || 0 }
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}
