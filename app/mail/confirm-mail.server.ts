import type { Bell } from '#app/domain/bells/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

/**
 * Asks whoever reads the address whether she wants mail when there is something new. It may be somebody else's address:
 * so nothing is said of what was written, and the link leads to a page that asks.
 */
export function confirmMail(bell: Bell, token: string): Mail {
  const language = isLanguage(bell.language) ? bell.language : 'sv'
  const t = words(language)
  const link = settings().baseUrl + paths.bell(language, token)
  const text = [
    ...[t('mail:confirm.lead'), '', t('mail:confirm.link'), link, ''],
    ...[t('mail:confirm.otherwise'), '', t('mail:automatic'), ''],
  ]
  return { to: bell.email, subject: t('mail:confirm.subject'), text: text.join('\n'), language, stopAt: link }
}
