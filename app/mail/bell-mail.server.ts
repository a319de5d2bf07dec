import type { Bell } from '#app/domain/bells/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

/**
 * Says that there is something new under the receipt code; not what, nor about what. `token` is the secret of the bell's
 * own link, by which the mail is ended.
 */
export function bellMail(bell: Bell, token: string): Mail {
  const language = isLanguage(bell.language) ? bell.language : 'sv'
  const t = words(language)
  const { baseUrl } = settings()
  const stopAt = baseUrl + paths.bell(language, token)
  const text = [
    ...[t('mail:bell.lead'), '', baseUrl + paths.follow(language), '', t('mail:bell.code'), ''],
    ...[t('mail:bell.stop'), stopAt, '', t('mail:automatic'), ''],
  ]
  return { to: bell.email, subject: t('mail:bell.subject'), text: text.join('\n'), language, stopAt }
}
