import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { inStaffLanguages } from './in-staff-languages.server.ts'
import type { Mail } from './mail.ts'

type Invitation = { email: string; name: string; staffId: string | null; expiresAt: Date }

/** The link by which a member of staff chooses a password, the first or a new one. */
export function invitationMail({ email, name, staffId, expiresAt }: Invitation, token: string): Mail {
  const part = staffId === null ? 'invited' : 'again'
  return inStaffLanguages(email, (t, language) => {
    const until = { day: formatDay(language, expiresAt), time: formatTime(language, expiresAt) }
    const lines = [
      ...[t('account:mail.hello', { name }), '', t(`account:mail.${part}.lead`), ''],
      ...[settings().baseUrl + paths.staffInvitation(token), '', t('account:mail.until', until)],
      ...[t('account:mail.secret'), '', t('account:mail.otherwise')],
    ]
    return { subject: t(`account:mail.${part}.subject`), lines }
  })
}
