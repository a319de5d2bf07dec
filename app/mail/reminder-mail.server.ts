import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { inStaffLanguages } from './in-staff-languages.server.ts'
import type { Mail } from './mail.ts'

/** Says that something waits to be opened; not what, how much or since when. */
export const reminderMail = (to: string): Mail =>
  inStaffLanguages(to, (t) => ({
    subject: t('tips:reminder.subject'),
    lines: [t('tips:reminder.text'), '', settings().baseUrl + paths.staff(), '', t('tips:reminder.automatic')],
  }))
