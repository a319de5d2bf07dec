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
  { rows, tabs, held }: Awaited<ReturnType<typeof queue>>,
  filter: QueueFilter,
  { language, pageLength }: Shown,
) {
  const t = words(language)
  const found = tabs.find(({ status }) => status === filter.status)?.count ?? 0
  const inWords = ({ createdAt, text, writtenIn, ...row }: (typeof rows)[number]) => ({
    ...row,
    age: ageInWords(language, createdAt),
    text: excerptOf(text),
    writtenIn: writtenIn ?? undefined,
    languages: row.rewritten ? '' : languagesOf(language, writtenIn, row.language),
  })
  return {
    rows: rows.filter((row) => !row.held).map(inWords),
    heldRows: rows.filter((row) => row.held).map(inWords),
    heldFound: held > 0 ? t('staff:queue.held', { count: held }) : '',
    tabs: tabs.map(({ status, count }) => ({ status, count: formatNumber(language, count) })),
    found: t('staff:queue.found', { count: found }),
    page: filter.page,
    hasNext: filter.page * pageLength < found,
  }
}

export type QueueView = ReturnType<typeof queueView>

/** What is worth saying of the languages of a submission: nothing where both are Swedish. */
function languagesOf(language: Language, writtenIn: string | null, wanted: string): string {
  const t = words(language)
  const name = (tag: string) => ({ language: t(`staff:language.${tag}`) })
  const written = writtenIn && writtenIn !== 'sv' ? t('staff:queue.writtenIn', name(writtenIn)) : ''
  const answer = wanted !== (writtenIn ?? 'sv') ? t('staff:queue.wantsAnswer', name(wanted)) : ''
  return [written, answer].filter(Boolean).join(' · ')
}

/** The beginning of a text on one line, cut between words. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= excerptLength) return line
  return `${line.slice(0, excerptLength).replace(/\s\S*$/, '')} …`
}
