import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { submitSummary } from './submit-summary.server.ts'

/**
 * What was chosen otherwise when a form was sent once more, a line for each part, in the language of the page; and in
 * Swedish, which whoever handles it reads.
 */
export async function resentInWords(
  language: Language,
  values: Record<string, string>,
  parts: readonly string[],
): Promise<string> {
  const tellIn = async (one: Language) => {
    const lines = await submitSummary(one, values)
    const changed = lines.filter(({ key }) => parts.includes(key)).map(({ label, text }) => `${label}: ${text}`)
    return [words(one)('submit:resent'), ...changed].join('\n')
  }
  const told = await Promise.all([...new Set<Language>([language, 'sv'])].map(tellIn))
  return told.join('\n\n')
}
