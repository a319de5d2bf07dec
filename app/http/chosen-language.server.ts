import { createCookie } from '@remix-run/node'
import { isLanguage, type Language } from '#app/i18n/languages.ts'

/** The language a resident has chosen, for a year. */
export const languageCookie = createCookie('language', { path: '/', sameSite: 'lax', maxAge: 31_536_000 })

/** The saved choice, else the first language of the browser that we have, else Swedish. */
export async function chosenLanguage(request: Request): Promise<Language> {
  const saved: unknown = await languageCookie.parse(request.headers.get('Cookie'))
  if (typeof saved === 'string' && isLanguage(saved)) return saved
  return preferredLanguages(request.headers.get('Accept-Language') ?? '').find(isLanguage) ?? 'sv'
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
