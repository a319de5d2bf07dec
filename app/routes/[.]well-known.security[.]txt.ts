import { stockholmDay } from '#app/i18n/format.server.ts'
import { staffLanguages } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'

/** Somebody looks at this at every release; half a year after it was asked for, it is to be asked for again. */
const monthsAhead = 6

/** Whom to tell of a weakness (RFC 9116). */
export function loader() {
  const { baseUrl } = settings()
  const lines = [
    'Contact: tel:+46-31-365-00-00',
    `Contact: ${baseUrl}${paths.contact('en')}`,
    `Expires: ${firstOfMonthAhead(stockholmDay(new Date()))}T00:00:00Z`,
    `Preferred-Languages: ${staffLanguages.join(', ')}`,
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    `Policy: ${baseUrl}${paths.privacy('en')}`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}

/** The first day of a month that is so far ahead, so that the file is the same for a month. */
function firstOfMonthAhead(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + monthsAhead, 1)).toISOString().slice(0, 10)
}
