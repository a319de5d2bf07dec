import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNearDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** When a draft was saved, in words. */
export const savedInWords = (language: Language, at: Date): string =>
  words(language)('templates:draft.saved', {
    day: formatNearDay(language, at, new Date()),
    time: formatTime(language, at),
  })

/** What she has half written about a case, with when it was saved, and whether somebody has answered since. */
export async function tellDrafts(staff: Staff, language: Language, { id, responses }: FoundForStaff) {
  const { answer, reply } = await draftsOf(staff, id)
  const told = (draft: typeof answer) => draft && { fields: draft.fields, saved: savedInWords(language, draft.savedAt) }
  const seen = Number(answer?.fields.after ?? 0)
  return {
    answer: told(answer),
    reply: told(reply),
    overtaken: answer !== undefined && seen < (responses[0]?.version ?? 0),
  }
}
