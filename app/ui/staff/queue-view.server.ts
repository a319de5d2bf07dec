import type { queue } from '#app/domain/submissions/queue.server.ts'
import type { QueueFilter } from '#app/domain/submissions/staff-input.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { ageInWords } from './submission-view.server.ts'

/** How long the beginning of a text in the queue may be. */
const excerptLength = 160

type Shown = { language: Language; pageLength: number }

/** The queue as it is shown: its rows in words, a way to each status with how many are there, and the pages. */
export function queueView(
  { rows, tabs }: Awaited<ReturnType<typeof queue>>,
  filter: QueueFilter,
  { language, pageLength }: Shown,
) {
  const t = words(language)
  const found = tabs.find(({ status }) => status === filter.status)?.count ?? 0
  return {
    rows: rows.map(({ createdAt, text, ...row }) => ({
      ...row,
      age: ageInWords(language, createdAt),
      text: excerptOf(text),
    })),
    tabs: tabs.map(({ status, count }) => ({ status, count: formatNumber(language, count) })),
    found: t('staff:queue.found', { count: found }),
    page: filter.page,
    hasNext: filter.page * pageLength < found,
  }
}

export type QueueView = ReturnType<typeof queueView>

/** The beginning of a text on one line, cut between words. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= excerptLength) return line
  return `${line.slice(0, excerptLength).replace(/\s\S*$/, '')} …`
}
