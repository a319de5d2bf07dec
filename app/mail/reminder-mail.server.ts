import { words } from '#app/i18n/catalogues.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

/** Says that something waits to be opened; not what, how much or since when. */
export function reminderMail(to: string): Mail {
  const t = words('sv')
  const text = [t('tips:reminder.text'), '', settings().baseUrl + paths.staff(), '', t('tips:reminder.automatic'), '']
  return { to, subject: t('tips:reminder.subject'), text: text.join('\n'), language: 'sv' }
}
