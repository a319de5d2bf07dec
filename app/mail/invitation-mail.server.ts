import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

type Invitation = { email: string; name: string; staffId: string | null; expiresAt: Date }

/** The link by which a member of staff chooses a password, the first or a new one. In Swedish, which the staff share. */
export function invitationMail({ email, name, staffId, expiresAt }: Invitation, token: string): Mail {
  const t = words('sv')
  const part = staffId === null ? 'invited' : 'again'
  const until = { day: formatDay('sv', expiresAt), time: formatTime('sv', expiresAt) }
  const text = [
    ...[t('account:mail.hello', { name }), '', t(`account:mail.${part}.lead`), ''],
    ...[settings().baseUrl + paths.staffInvitation(token), '', t('account:mail.until', until)],
    ...[t('account:mail.secret'), '', t('account:mail.otherwise'), ''],
  ]
  return { to: email, subject: t(`account:mail.${part}.subject`), text: text.join('\n'), language: 'sv' }
}
