import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { inStaffLanguages } from './in-staff-languages.server.ts'
import type { Mail } from './mail.ts'

/** Says to those on duty that there is an alarm, or that nobody has taken it yet (`again`), and where to sign in; not of what case, nor about what. */
export const alarmMail = (to: string, again: boolean): Mail =>
  inStaffLanguages(to, (t) => ({
    subject: t(again ? 'alarms:mail.againSubject' : 'alarms:mail.subject'),
    lines: [
      ...[t(again ? 'alarms:mail.againLead' : 'alarms:mail.lead'), '', settings().baseUrl + paths.staff(), ''],
      ...[t('alarms:mail.call'), '', t('alarms:mail.automatic')],
    ],
  }))
