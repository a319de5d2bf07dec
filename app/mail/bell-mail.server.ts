import { words } from '#app/i18n/catalogues.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

/** Says that there is something new under the receipt code; not what, nor about what. */
export function bellMail(to: string, tag: string): Mail {
  const language = isLanguage(tag) ? tag : 'sv'
  const t = words(language)
  const link = settings().baseUrl + paths.follow(language)
  const text = [t('mail:bell.lead'), '', link, '', t('mail:bell.code'), '', t('mail:automatic'), ''].join('\n')
  return { to, subject: t('mail:bell.subject'), text, language }
}
