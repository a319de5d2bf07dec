import type { Digest } from '#app/domain/notices/find-digest.server.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import { inStaffLanguages } from './in-staff-languages.server.ts'
import type { Mail } from './mail.ts'

const counted = ['assigned', 'replied', 'due', 'late'] as const
const at = (path: string) => settings().baseUrl + path

/**
 * The one mail of a morning: how many of her cases something has happened to, by what it was, and how many were routed to
 * her organisation; and to who answers for others, that something is late, but not what nor how much.
 */
export const morningMail = ({ email, counts, overdue }: Omit<Digest, 'ids'>): Mail =>
  inStaffLanguages(email, (t) => {
    const own = counted.filter((one) => counts[one] > 0)
    const late = [t('notices:overdue.text'), '', at(paths.staffQueueOverdue())]
    if (own.length === 0 && counts.routed === 0)
      return { subject: t('notices:overdue.subject'), lines: [...late, '', t('notices:overdue.automatic')] }
    const cases = [
      ...[t('notices:digest.lead'), '', ...own.map((one) => `– ${t(`notices:digest.${one}`, { count: counts[one] })}`)],
      ...['', at(paths.staffQueueOf('me')), ''],
    ]
    const routed = [t('notices:digest.routed', { count: counts.routed }), '', at(paths.staffQueue()), '']
    return {
      subject: t(own.length > 0 ? 'notices:digest.subject' : 'notices:digest.routedSubject'),
      lines: [
        ...(own.length > 0 ? cases : []),
        ...(counts.routed > 0 ? routed : []),
        ...(overdue ? [...late, ''] : []),
        ...[t('notices:mail.change'), at(paths.staffAccount())],
      ],
    }
  })
