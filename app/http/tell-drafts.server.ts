import { draftsOf, type Draft } from '#app/domain/submissions/drafts-of.server.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { markOf } from '#app/domain/submissions/write-public-text.server.ts'
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

/** A draft with when it was saved, in words. */
export const tellDraft = (language: Language, draft: Draft | undefined) =>
  draft && { fields: draft.fields, saved: savedInWords(language, draft.savedAt) }

/** What she has half written about a case, and of which somebody has since given an answer or written the public text. */
export async function tellDrafts(staff: Staff, language: Language, found: FoundForStaff) {
  const drafts = await draftsOf(staff, found.id)
  const { answer, 'public-text': publicText } = drafts
  const seen = Number(answer?.fields.after ?? 0)
  return {
    answer: tellDraft(language, answer),
    reply: tellDraft(language, drafts.reply),
    'public-text': tellDraft(language, publicText),
    note: tellDraft(language, drafts.note),
    overtaken: answer !== undefined && seen < (found.responses[0]?.version ?? 0),
    rewritten: publicText !== undefined && publicText.fields.seen !== markOf(found),
  }
}
