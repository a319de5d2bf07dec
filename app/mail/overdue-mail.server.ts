import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { inStaffLanguages } from './in-staff-languages.server.ts'
import type { Mail } from './mail.ts'

/** Says that the day has passed by which something had to be done; not of what, nor of how many. */
export const overdueMail = (to: string): Mail =>
  inStaffLanguages(to, (t) => ({
    subject: t('staff:overdue.subject'),
    lines: [t('staff:overdue.text'), '', settings().baseUrl + paths.staffQueue(), '', t('staff:overdue.automatic')],
  }))
