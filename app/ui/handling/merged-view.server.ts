import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** One submission that was merged into another, as the page of that one shows it. */
export function mergedView(merged: FoundForStaff['merged'][number], language: Language) {
  const { ref, category, areaName, createdAt, registrationNumber, body, writtenIn, thread, photos } = merged
  const when = (moment: Date) => `${formatDay(language, moment)} ${formatTime(language, moment)}`
  return {
    ...{ ref, body, lang: writtenIn ?? undefined },
    facts: [words(language)(`categories:${category}`), areaName, registrationNumber, when(createdAt)]
      .filter(Boolean)
      .join(' · '),
    photos: photos.map(({ id, width, height }) => ({ src: paths.staffPhoto(ref, id), width, height })),
    thread: thread.map(({ sender, signedAs, body: text, sentAt }) => ({
      ...{ own: sender === 'resident', body: text, at: when(sentAt) },
      signedAs: signedAs && pick(signedAs, language).text,
    })),
    /** Whether the resident has written last. */
    waits: thread.at(-1)?.sender === 'resident',
  }
}
