import { words } from '#app/i18n/catalogues.server.ts'
import { staffLanguages, type Language } from '#app/i18n/languages.ts'
import type { Mail } from './mail.ts'

type Words = ReturnType<typeof words>
type Written = (t: Words, language: Language) => { subject: string; lines: readonly string[] }

/**
 * A mail to somebody of the staff, written in every language of the back office, Swedish first: who writes it cannot
 * know which of them she reads, and it may be the first thing that she gets from the portal.
 */
export function inStaffLanguages(to: string, write: Written): Mail {
  const written = staffLanguages.map((language) => write(words(language), language))
  const [language, ...also] = staffLanguages
  const subject = written.map((one) => one.subject).join(' / ')
  const text = written.map(({ lines }) => [...lines, ''].join('\n')).join(`\n${'—'.repeat(20)}\n\n`)
  return { to, subject, text, language, also }
}
