import type { Happening } from '#db/schema/notices.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { inStaffLanguages } from './in-staff-languages.server.ts'
import type { Mail } from './mail.ts'

// A mail says that something has happened to one of her cases. It names none, so that it tells nothing of a case that
// is later taken away.
const queueOf = (kind: Happening) =>
  settings().baseUrl + (kind === 'routed' ? paths.staffQueue() : paths.staffQueueOf('me'))
const account = () => settings().baseUrl + paths.staffAccount()

/** Tells a member of staff that something has happened to one of her cases, or that one was routed to hers; not which. */
export const noticeMail = (to: string, kind: Happening): Mail =>
  inStaffLanguages(to, (t) => ({
    subject: t(`notices:mail.${kind}.subject`),
    lines: [t(`notices:mail.${kind}.text`), '', queueOf(kind), '', t('notices:mail.change'), account()],
  }))
