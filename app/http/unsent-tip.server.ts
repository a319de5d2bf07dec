import type { Language } from '#app/i18n/languages.ts'
import { submitReply, type SubmitReply } from './submit-reply.server.ts'
import { submitSummary } from './submit-summary.server.ts'

/** A tip that was not taken; `unsent` is all that was said, as one text to be copied. */
export type UnsentTip = SubmitReply & { unsent: string }

/**
 * The answer to a form of a tip that was opened while tips were taken and is posted when they are not: nothing of it is
 * kept, and all of it is shown again.
 */
export async function unsentTip(
  language: Language,
  posted: Record<string, string>,
): Promise<{ reply: UnsentTip; status: 422 }> {
  const values: Record<string, string> = { ...posted, kind: 'tip' }
  const { go: _, ...shown } = values
  const lines = await submitSummary(language, values)
  const said = lines.filter(({ key, text }) => text && key !== 'language')
  const unsent = said.map(({ label, text }) => `${label}\n${text}`).join('\n\n')
  const reply = await submitReply(language, { values: shown, errors: { form: 'tips-closed' } })
  return { reply: { ...reply, unsent }, status: 422 }
}
