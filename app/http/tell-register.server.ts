import { categories, channels, kinds, statuses } from '#db/schema/submissions.ts'
import type { RegisterRow } from '#app/domain/records/search-register.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** The columns of the register, in their order. */
export const registerColumns = ['number', 'date', 'sender', 'subject', 'status', 'secrecy'] as const

/**
 * One row of the register in words. Of a case that is not kept here any more there is only its number and day, whatever
 * became of it: that it was disposed of stands in the protocol of disposal, and that it was sealed as a tip nowhere. The
 * row itself stays, since a gap in the series would tell more.
 */
export function tellRegistration(language: Language, row: RegisterRow) {
  const t = words(language)
  const { ref, kind, category, channel, status } = row
  const kept = ref && kind && category && channel && status
  return {
    number: row.registrationNumber,
    to: kept ? paths.staffSubmission(ref) : undefined,
    date: formatDay(language, row.registeredOn),
    sender: kept ? t('records:register.sender', { channel: t(`staff:channel.${channel}`) }) : '',
    subject: kept ? `${t(`staff:kind.${kind}`)}: ${t(`categories:${category}`)}` : t('records:register.elsewhere'),
    status: kept ? t(`staff:status.${status}`) : '',
    secrecy: row.secrecy.join(', '),
    example: row.example,
  }
}

/** What the register can be narrowed by, beside days. */
export function registerChoices(language: Language) {
  const t = words(language)
  const listOf = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return {
    kind: listOf(
      kinds.filter((kind) => kind !== 'tip'),
      (kind) => t(`staff:kind.${kind}`),
    ),
    category: listOf(categories, (category) => t(`categories:${category}`)),
    channel: listOf(channels, (channel) => t(`staff:channel.${channel}`)),
    status: listOf(statuses, (status) => t(`staff:status.${status}`)),
    secrecy: [{ value: 'yes', label: t('records:register.secret') }],
  }
}
